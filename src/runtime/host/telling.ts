/**
 * What a session tells, made fit for the page: pictures are taken out into their stream, numbers of edits are
 * the page's own, of reports only those go that have changed, and shapes and memory are told with them.
 */
import type { NodeId } from '../../graph/document.ts';
import type { Backend } from '../execute/backend.ts';
import type { HostTensor } from '../execute/resources.ts';
import type { NodeReport, SessionEvent } from '../session/events.ts';
import type { Run } from '../session/run.ts';
import type { Session } from '../session/session.ts';
import type { Understood } from '../session/understood.ts';
import { type Drawn, drawnBy } from './drawn.ts';
import { memoryUse } from './memory-use.ts';
import type { Picture, PictureStream } from './picture-stream.ts';
import type { Previews } from './previews.ts';
import type { HostEvent, Watching } from './protocol.ts';
import { wireFacts } from './wire-facts.ts';

export interface TellingOptions {
  readonly tell: (event: HostEvent) => void;
  readonly pictures: PictureStream;
}

export class Telling {
  readonly #options: TellingOptions;
  /** The page's numbers of the session's edits that are still to take effect. */
  readonly #numbers = new Map<number, number>();
  readonly #outputs = new Map<NodeId, HostTensor>();
  readonly #reports = new Map<NodeId, string>();
  readonly #told = new Map<HostEvent['type'], string>([
    ['notes', JSON.stringify({ type: 'notes', notes: [] })],
  ]);
  #understood: Understood | undefined;

  constructor(options: TellingOptions) {
    this.#options = options;
  }

  /** What an output shows, in full. */
  output(node: NodeId): HostTensor | undefined {
    return this.#outputs.get(node);
  }

  /** The session calls by `number` what the page calls by `edit`. */
  expect(number: number, edit: number): void {
    this.#numbers.set(number, edit);
  }

  /** Another document is opened: what was told of the one before says nothing of it. */
  forget(): void {
    this.#outputs.clear();
    this.#reports.clear();
    this.#told.delete('wires');
  }

  /** The last document that was understood. */
  understood(understood: Understood): void {
    this.#understood = understood;
  }

  hear(event: SessionEvent, session: Session): void {
    const { tell, pictures } = this.#options;
    switch (event.type) {
      case 'picture':
        pictures.offer(event.optimiser, { iteration: event.iteration, pixels: event.picture });
        return;
      case 'output': {
        const { node, picture } = event;
        this.#outputs.set(node, picture);
        pictures.offer(node, { pixels: picture });
        tell({ type: 'output', node, shape: picture.shape });
        return;
      }
      case 'nodes':
        this.#tellReports(event.reports);
        this.tellMemory(session);
        return;
      case 'applied':
        this.#tellApplied(event);
        return;
      case 'run':
        tell(event);
        this.tellMemory(session);
        // It may have stopped where no picture was wanted, or at one that was gone back to.
        if (event.state === 'paused') queueMicrotask(() => pictures.moved(event.optimiser));
        return;
      default:
        tell(event);
    }
  }

  tellMemory(session: Session): void {
    this.#tellNews({ type: 'memory', memory: memoryUse(session) });
  }

  #tellApplied(event: Extract<SessionEvent, { readonly type: 'applied' }>): void {
    const { tell } = this.#options;
    const edit = this.#numbers.get(event.edit) ?? event.edit;
    for (const number of this.#numbers.keys()) if (number <= event.edit) this.#numbers.delete(number);
    const { document, examination, notes } = this.#understood ?? {};
    for (const node of [...this.#outputs.keys(), ...this.#reports.keys()]) {
      if (document?.nodes[node]) continue;
      this.#outputs.delete(node);
      this.#reports.delete(node);
    }
    tell({ ...event, edit });
    const wires = wireFacts(examination?.wires ?? {});
    this.#tellNews({ type: 'wires', wires });
    this.#tellNews({ type: 'notes', notes: notes ?? [] });
  }

  /** What is as it was told last is no news. */
  #tellNews(event: HostEvent): void {
    const now = JSON.stringify(event);
    if (now === this.#told.get(event.type)) return;
    this.#told.set(event.type, now);
    this.#options.tell(event);
  }

  #tellReports(reports: Readonly<Record<NodeId, NodeReport>>): void {
    const changed = Object.entries(reports).filter(([node, report]) => {
      const now = JSON.stringify(report);
      const isNews = this.#reports.get(node) !== now;
      this.#reports.set(node, now);
      return isNews;
    });
    if (changed.length > 0) this.#options.tell({ type: 'nodes', reports: Object.fromEntries(changed) });
  }
}

/** What `node` has to show as it is, where no iteration is about to bring another. */
export function pictureAtRest(
  node: NodeId,
  session: Session,
  telling: Telling,
  previews: Previews,
  wanted: Watching,
  backend: Pick<Backend, 'draw'> | undefined,
): Promise<Picture | undefined> | undefined {
  const output = telling.output(node);
  if (output) return Promise.resolve({ pixels: output });
  const run = session.runs.get(node);
  if (!run) return previews.picture(node, wanted, session);
  if (run.state === 'preparing' || run.state === 'running') return undefined;
  const { iteration } = run;
  const drawn = drawnAtRest(run, backend, wanted.size);
  if (drawn) return Promise.resolve({ iteration, ...drawn });
  return run.look().then(pixels => pixels && { iteration, pixels });
}

/** What a painting that failed shows is on the host. */
function drawnAtRest(
  run: Run,
  backend: Pick<Backend, 'draw'> | undefined,
  longest: number,
): Drawn | undefined {
  const shown = backend?.draw && run.state !== 'failed' ? run.show() : undefined;
  try {
    return shown && drawnBy(backend, shown, longest);
  } finally {
    shown?.dispose();
  }
}
