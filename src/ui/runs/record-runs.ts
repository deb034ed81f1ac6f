/**
 * Writes down what is tried: turns what the worker tells, and the steps of history, into the events of the log
 * (`run-log.ts`), with a picture wherever an entry comes to rest or ends.
 */
import type { NodeId } from '../../graph/document.ts';
import type { History } from '../../graph/history.ts';
import type { Client } from '../../runtime/host/client.ts';
import type { ClientEvent } from '../../runtime/host/client-options.ts';
import { shelf } from '../documents/the-shelf.ts';
import { openDocument, useEditor } from '../state/editor.ts';
import { RunCamera } from './run-camera.ts';
import type { Painted } from './run-log.ts';
import { forgetRunsExcept, keepPicture } from './runs-storage.ts';
import { hear, openEntry, openRuns } from './runs-store.ts';

/** Milliseconds after which a painting under way is written down again. */
const pace = 5_000;

export function recordRuns(client: Client): void {
  const camera = new RunCamera();
  const latest = new Map<NodeId, Painted>();
  let writtenAt = 0;

  const write = () => {
    const before = openEntry();
    hear({ type: 'painted', at: Date.now(), painted: [...latest.values()] });
    writtenAt = Date.now();
    const entry = openEntry();
    // Begun anew, it keeps the picture of where it had come to.
    if (entry && entry !== before) photograph(entry.id, camera);
  };

  const listen = (event: ClientEvent) => {
    switch (event.type) {
      case 'iteration': {
        const { optimiser, iteration, total: loss } = event;
        latest.set(optimiser, { optimiser, iteration, loss });
        if (latest.size === 1 && openEntry()?.painted.length === 0) write();
        else if (Date.now() - writtenAt >= pace) write();
        return;
      }
      case 'applied':
        if (event.effect === 'none') return;
        write();
        latest.clear();
        hear({ type: 'edited', ...opening() });
        return;
      case 'run': {
        const { optimiser, iteration, state, mixed } = event;
        if (state === 'running' || iteration > 0) {
          if (iteration === 0) {
            write();
            latest.delete(optimiser);
          }
          hear({ type: 'begun', optimiser, iteration, ...opening() });
        }
        if (state !== 'paused' && state !== 'done' && state !== 'failed') return;
        write();
        hear({ type: 'rested', finished: state === 'done', mixed });
        return;
      }
    }
  };

  client.on(listen);
  camera.follow(openDocument());
  openRuns(useEditor.getState().id).then(tidy);
  useEditor.subscribe((state, before) => {
    if (state.id !== before.id) {
      write();
      latest.clear();
      camera.forget();
      openRuns(state.id);
    }
    if (state.history.document !== before.history.document) camera.follow(state.history.document);
  });
}

/** Once for each visit: what is kept of documents that are no more. */
async function tidy(): Promise<void> {
  const kept = await shelf().documents();
  // An empty shelf may be one that could not be read.
  if (kept.length === 0) return;
  await forgetRunsExcept(new Set([useEditor.getState().id, ...kept.map(({ id }) => id)]), Date.now());
}

const opening = () => {
  const { history } = useEditor.getState();
  return { id: crypto.randomUUID(), at: Date.now(), document: history.document, gesture: gestureOf(history) };
};

/** All that one gesture changes goes into one step, whose first patch stays the same one. */
const gestureOf = ({ past }: History): unknown => past.at(-1)?.backward.at(-1);

async function photograph(id: string, camera: RunCamera): Promise<void> {
  const taken = await camera.take();
  if (!taken) return;
  keepPicture(id, taken.picture);
  hear({ type: 'pictured', id, thumbnail: taken.thumbnail });
}
