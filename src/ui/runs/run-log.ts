/**
 * What was tried with a document, one entry after another. An entry is opened when painting begins and by each
 * step of history that takes effect, and closed when the next one opens: so the list tells what was tried, also
 * where the painting went on through an edit. What lived for less than a second is nothing that anybody looked
 * at, and the next takes its place. The same graph begun anew paints the same picture, so it stays one entry.
 */
import type { GraphDocument, NodeId } from '../../graph/document.ts';
import { samePainting } from './same-painting.ts';

export interface RunEntry {
  readonly id: string;
  readonly document: GraphDocument;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** How far each optimiser came; the one that painted last comes last. */
  readonly painted: readonly Painted[];
  /** Edited on the way: the document alone does not repeat the picture. */
  readonly mixed: boolean;
  readonly finished: boolean;
  readonly pinned: boolean;
  /** At most 160 pixels on its longer side. */
  readonly thumbnail?: Blob;
}

export interface Painted {
  readonly optimiser: NodeId;
  readonly iteration: number;
  readonly loss: number;
}

export interface RunLog {
  /** Oldest first. */
  readonly entries: readonly RunEntry[];
  /** The last entry is open: it is what is being painted. */
  readonly open?: {
    /** What edits of one step of history have in common. */
    readonly gesture: unknown;
    /** When something of it was painted first. */
    readonly since?: number;
  };
}

/** Where an entry may begin. */
interface Opening {
  readonly id: string;
  readonly at: number;
  readonly document: GraphDocument;
  readonly gesture: unknown;
}

export type LogEvent =
  /** An optimiser paints from here on. */
  | ({ readonly type: 'begun'; readonly optimiser: NodeId; readonly iteration: number } & Opening)
  /** An edit that matters to the picture has taken effect. */
  | ({ readonly type: 'edited' } & Opening)
  | { readonly type: 'painted'; readonly at: number; readonly painted: readonly Painted[] }
  | { readonly type: 'rested'; readonly finished: boolean; readonly mixed: boolean }
  | { readonly type: 'pictured'; readonly id: string; readonly thumbnail: Blob }
  | { readonly type: 'pinned'; readonly id: string; readonly pinned: boolean }
  | { readonly type: 'deleted'; readonly id: string };

export const nothingTried: RunLog = { entries: [] };

/** Milliseconds that an entry must have been painted for to be kept. */
const shortest = 1000;

export function follow(log: RunLog, event: LogEvent): RunLog {
  switch (event.type) {
    case 'begun':
      return begun(log, event);
    case 'edited':
      return edited(log, event);
    case 'painted':
      return painted(log, event);
    case 'rested': {
      const last = log.open && log.entries.at(-1);
      if (!last || (last.mixed === event.mixed && (last.finished || !event.finished))) return log;
      return withLast(log, { mixed: event.mixed, finished: last.finished || event.finished });
    }
    case 'pictured':
      return withEntry(log, event.id, { thumbnail: event.thumbnail });
    case 'pinned':
      return withEntry(log, event.id, { pinned: event.pinned });
    case 'deleted': {
      const isLast = log.entries.at(-1)?.id === event.id;
      const entries = log.entries.filter(({ id }) => id !== event.id);
      return isLast ? { entries } : { ...log, entries };
    }
  }
}

function begun(log: RunLog, event: Extract<LogEvent, { type: 'begun' }>): RunLog {
  const last = log.entries.at(-1);
  if (!log.open) {
    // After a reload, or once more: the same picture.
    const isKnown =
      last && samePainting(last.document, event.document) && (!last.mixed || event.iteration > 0);
    return isKnown ? { ...log, open: { gesture: event.gesture } } : opened(log, event);
  }
  const before = last?.painted.find(({ optimiser }) => optimiser === event.optimiser)?.iteration ?? 0;
  const isAnew = event.iteration === 0 && before > 0;
  return isAnew && last?.mixed ? opened(log, event) : log;
}

function edited(log: RunLog, event: Extract<LogEvent, { type: 'edited' }>): RunLog {
  if (log.open && log.open.gesture === event.gesture) return withLast(log, { document: event.document });
  const last = log.entries.at(-1);
  // A document that is opened again: whether its painting goes on is told when it begins.
  if (!log.open && last && samePainting(last.document, event.document)) return log;
  return opened(log, event);
}

/** Closes what is open, or lets it go where nobody has seen anything of it. */
function opened({ entries, open }: RunLog, { id, at, document, gesture }: Opening): RunLog {
  const last = entries.at(-1);
  const wasSeen = !open || !last || last.pinned || last.finished || isLongEnough(open.since, at);
  const kept = wasSeen ? entries : entries.slice(0, -1);
  const entry: RunEntry = {
    id,
    document,
    startedAt: at,
    painted: [],
    mixed: false,
    finished: false,
    pinned: false,
  };
  return { entries: [...kept, entry], open: { gesture } };
}

const isLongEnough = (since: number | undefined, at: number): boolean =>
  since !== undefined && at - since >= shortest;

function painted(log: RunLog, { at, painted }: Extract<LogEvent, { type: 'painted' }>): RunLog {
  const last = log.open && log.entries.at(-1);
  if (!last || painted.length === 0) return log;
  // Begun anew, it is what it was until it has come as far.
  const news = painted.filter(({ optimiser, iteration, loss }) => {
    const known = last.painted.find(other => other.optimiser === optimiser);
    return !known || iteration > known.iteration || (iteration === known.iteration && loss !== known.loss);
  });
  const open = { since: at, ...log.open, gesture: log.open?.gesture };
  if (news.length === 0) return { ...log, open };
  const others = last.painted.filter(known => news.every(({ optimiser }) => optimiser !== known.optimiser));
  return withLast({ ...log, open }, { painted: [...others, ...news] });
}

function withLast(log: RunLog, changes: Partial<RunEntry>): RunLog {
  const last = log.entries.at(-1);
  return last ? { ...log, entries: [...log.entries.slice(0, -1), { ...last, ...changes }] } : log;
}

function withEntry(log: RunLog, id: string, changes: Partial<RunEntry>): RunLog {
  const entries = log.entries.map(entry => (entry.id === id ? { ...entry, ...changes } : entry));
  return { ...log, entries };
}

/** The newest entries, so many at most; what is pinned stays longest. */
export function bounded({ entries, ...log }: RunLog, most: number): RunLog {
  let excess = entries.length - most;
  if (excess <= 0) return { entries, ...log };
  const newest = entries.at(-1);
  const kept = [false, true].reduce(
    (left, pinned) => left.filter(entry => entry === newest || entry.pinned !== pinned || excess-- <= 0),
    entries,
  );
  return { entries: kept, ...log };
}
