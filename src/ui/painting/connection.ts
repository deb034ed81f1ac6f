/**
 * The page's connection with the worker that paints: the open document goes there as it changes, and what the
 * worker tells becomes the painting's state. Loaded after the canvas is shown.
 */
import { emptyDocument } from '../../graph/document.ts';
import { Client } from '../../runtime/host/client.ts';
import { recordRuns } from '../runs/record-runs.ts';
import { openDocument, useEditor } from '../state/editor.ts';
import { note } from '../state/notices.ts';
import { nothingPainted, usePainting } from '../state/painting.ts';
import { useSettings } from '../state/settings.ts';
import { keepCopies } from '../worker/kept-copies.ts';
import { startPageWorker } from '../worker/start-page-worker.ts';
import { budgetOf } from './budget-of.ts';
import { connectFrames, forgetFrames } from './frames.ts';
import { connectFiles } from './given-files.ts';
import { opening, takeLuggage } from './luggage.ts';
import { pausedAtFirst } from './paused-at-first.ts';
import { takeEvent } from './take-event.ts';
import { traces } from './traces.ts';

let connected: Client | undefined;

/** Of the document that the worker has; undefined while it has none. */
let shown: string | undefined;
let stopKeeping: (() => Promise<void>) | undefined;

/** The connection; undefined until it is made. */
export const client = (): Client | undefined => connected;

interface ConnectOptions {
  /** Whether what was painted is kept in the browser: not where the graph is somebody else's. */
  readonly keeps?: boolean;
}

let keepsPaintings = true;

/** Starts the worker and gives it the open document, now and whenever it changes. */
export function connect({ keeps = true }: ConnectOptions = {}): Client {
  if (connected) return connected;
  keepsPaintings = keeps;
  const made = new Client({
    startWorker: startPageWorker,
    open: {
      backend: useSettings.getState().device,
      base: document.baseURI,
      budget: budgetOf(useSettings.getState().thrift),
    },
  });
  connected = made;
  made.on(event => {
    traces.hear(event);
    usePainting.setState(state => takeEvent(state, event));
  });
  connectFrames(made);
  if (keeps) recordRuns(made);
  connectFiles(made);
  tell(made);
  let isSending = false;
  useEditor.subscribe((state, before) => {
    if (state.history.document === before.history.document && isShown()) return;
    if (isSending) return;
    isSending = true;
    // A node that is dragged changes the document with every move of the pointer; the newest state is all it takes.
    setTimeout(() => {
      isSending = false;
      tell(made);
    });
  });
  return made;
}

const isShown = (): boolean => shown === opening(useEditor.getState().id);

function tell(made: Client): void {
  if (isShown()) {
    made.edit(openDocument());
    return;
  }
  const { id } = useEditor.getState();
  shown = opening(id);
  void stopKeeping?.();
  forgetPainting();
  const { copies, paused } = takeLuggage(id);
  const opened = openDocument();
  made.exchange(opened, copies, [...paused, ...pausedAtFirst(opened)]);
  if (keepsPaintings) stopKeeping = keepCopies(made, id, { tell: reason => note(reason) });
}

/** The same document again: something that it names can be had only now. */
export function tellAgain(): void {
  if (connected && isShown()) connected.edit(openDocument());
}

/** Paints nothing until a document is opened; what was painted of the one that is open has been kept. */
export async function putAway(): Promise<void> {
  const kept = stopKeeping?.();
  stopKeeping = undefined;
  forgetPainting();
  connected?.exchange(emptyDocument);
  await kept;
}

function forgetPainting(): void {
  traces.clear();
  forgetFrames();
  usePainting.setState(
    ({ worker, backend, memory }) => ({
      ...nothingPainted,
      worker,
      ...(backend && { backend }),
      ...(memory && { memory }),
    }),
    true,
  );
}
