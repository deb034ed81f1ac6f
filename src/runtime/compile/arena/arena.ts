/**
 * Where the large tensors of a schedule lie while it runs: what a step makes and a later one frees, and what an op
 * needs while it runs. Results are not among them, since nobody knows how long their owner keeps them.
 */
import { bytes, type Value } from '../../ir/value.ts';
import { isView, type Schedule, storageOf, workspaceOf } from '../schedule.ts';
import { layOut, mostAlive, type Span } from './lay-out.ts';

/** Some bytes of an arena, from its beginning. */
export interface Place {
  readonly place: number;
  readonly bytes: number;
}

export interface StepPlaces {
  /** Of what it makes, where that is in the arena. */
  readonly result?: Place;
  /** For the tensors that live only while the op runs. */
  readonly workspace?: Place;
}

export interface Arena {
  readonly bytes: number;
  /** The most that is alive at once of what is too small to have a place in it. */
  readonly looseBytes: number;
  /** For each step of the schedule. */
  readonly steps: readonly StepPlaces[];
}

/** What is smaller is left to the allocator: there are many of these, and together they take little. */
export const smallest = 2 ** 16;

/** What lies beside arenas comes and goes in an order that nobody plans: a tenth more for the gaps. */
export const withGaps = (bytes: number): number => Math.ceil(1.1 * bytes);

/** The bytes of an arena as they are known without laying it out, which takes long where there are thousands of steps. */
export interface ArenaBounds {
  /** It is no smaller. */
  readonly leastBytes: number;
  /** As those of the arena. */
  readonly looseBytes: number;
}

const known = new WeakMap<Schedule, Arena>();
const knownBounds = new WeakMap<Schedule, ArenaBounds>();

export function arenaOf(schedule: Schedule): Arena {
  const arena = known.get(schedule) ?? layOutSchedule(schedule);
  known.set(schedule, arena);
  return arena;
}

export function boundsOfArena(schedule: Schedule): ArenaBounds {
  const before = knownBounds.get(schedule);
  if (before) return before;
  const { spans, loose } = spansOf(schedule);
  const bounds = { leastBytes: mostAlive(spans), looseBytes: mostAlive(loose) };
  knownBounds.set(schedule, bounds);
  return bounds;
}

/** What has a place in the arena, what is too small for one, and for each step which of the places are its own. */
function spansOf({ steps, results }: Schedule) {
  const lasting = new Set(results.map(storageOf));
  const lastShown = new Map<Value, number>();
  steps.forEach(({ free }, at) => {
    for (const value of free) lastShown.set(storageOf(value), at);
  });
  const spans: Span[] = [];
  const loose: Span[] = [];
  /** Index of its span, where it has one. */
  const add = (span: Span): number | undefined => {
    if (span.bytes >= smallest) return spans.push(span) - 1;
    loose.push(span);
    return undefined;
  };
  const indices = steps.map(({ value }, at) => {
    const last = lastShown.get(value);
    const isPlaced = !isView(value) && !lasting.has(value) && last !== undefined;
    return {
      result: isPlaced ? add({ bytes: bytes(value.shape), first: at, last }) : undefined,
      workspace: add({ bytes: workspaceOf(value), first: at, last: at }),
    };
  });
  return { spans, loose, indices };
}

function layOutSchedule(schedule: Schedule): Arena {
  const { spans, indices } = spansOf(schedule);
  const { places, bytes: total } = layOut(spans);
  const placeOf = (index: number | undefined): Place | undefined => {
    const [span, place] = [spans[index ?? -1], places[index ?? -1]];
    return span && place !== undefined ? { place, bytes: span.bytes } : undefined;
  };
  return {
    bytes: total,
    looseBytes: boundsOfArena(schedule).looseBytes,
    steps: indices.map(({ result, workspace }) => {
      const [made, meanwhile] = [placeOf(result), placeOf(workspace)];
      return { ...(made && { result: made }), ...(meanwhile && { workspace: meanwhile }) };
    }),
  };
}
