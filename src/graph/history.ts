/**
 * Undo and redo: a document with the steps that led to it. One gesture is one step (rule D4): edits that
 * share a merge key, such as those of a slider being dragged, add to the step that the gesture began. Pure
 * data; what is not the document (selection, results, previews) never comes near it.
 */
import { applyPatches, type Patch } from 'immer';
import type { Message } from '../language/message.ts';
import { type Result, success } from '../language/result.ts';
import type { Text } from '../language/text.ts';
import { applyWithPatches } from './apply.ts';
import type { GraphDocument } from './document.ts';
import type { Edit } from './edit.ts';

export interface Step {
  /** What was done, for the history's list: "Set `style.weight`". */
  readonly label: Message | Text;
  /** Of the gesture that is still going on; a later edit with the same key belongs to this step. */
  readonly merge?: string;
  readonly forward: readonly Patch[];
  readonly backward: readonly Patch[];
}

export interface History {
  readonly document: GraphDocument;
  /** Oldest first. */
  readonly past: readonly Step[];
  /** Next to be redone last. */
  readonly future: readonly Step[];
  /** The most steps that are kept. */
  readonly limit: number;
}

export const startHistory = (document: GraphDocument, limit = 500): History => ({
  document,
  past: [],
  future: [],
  limit,
});

export interface Gesture {
  readonly label: Message | Text;
  /** The same for all edits of one gesture, and for no other: `drag 17`. */
  readonly merge?: string;
}

/**
 * Applies `edits` as one step, or as more of the step before if that bears the same merge key. Edits that
 * change nothing make no step.
 */
export function commit(history: History, edits: readonly Edit[], gesture: Gesture): Result<History> {
  const applied = applyWithPatches(history.document, edits);
  if (!applied.ok) return applied;
  const { document, forward, backward } = applied.value;
  if (forward.length === 0) return success(history);

  const last = history.past.at(-1);
  const continues =
    last !== undefined &&
    gesture.merge !== undefined &&
    last.merge === gesture.merge &&
    history.future.length === 0;
  const step = continues ? extended(last, forward, backward) : { ...gesture, forward, backward };
  const past = [...(continues ? history.past.slice(0, -1) : history.past), step];
  return success({ ...history, document, past: past.slice(-history.limit), future: [] });
}

/** Ends the gesture that is going on: whatever comes next is a step of its own. */
export function seal(history: History): History {
  const last = history.past.at(-1);
  if (last?.merge === undefined) return history;
  const { merge: _ended, ...step } = last;
  return { ...history, past: [...history.past.slice(0, -1), step] };
}

/** One step back; the same history where there is none. */
export function undo(history: History): History {
  const step = seal(history).past.at(-1);
  if (!step) return history;
  return {
    ...history,
    document: applyPatches(history.document, step.backward),
    past: history.past.slice(0, -1),
    future: [...history.future, step],
  };
}

/** One step forward again; the same history where there is none. */
export function redo(history: History): History {
  const step = history.future.at(-1);
  if (!step) return history;
  return {
    ...history,
    document: applyPatches(history.document, step.forward),
    past: [...history.past, step],
    future: history.future.slice(0, -1),
  };
}

function extended(step: Step, forward: readonly Patch[], backward: readonly Patch[]): Step {
  if (areIndependent([...step.forward, ...forward, ...step.backward, ...backward])) {
    // Things dragged across the canvas: of each place the first value before and the last one after matter.
    const last = byPlace([...step.forward, ...forward]);
    const first = byPlace([...backward, ...step.backward]);
    return { ...step, forward: [...last.values()], backward: [...first.values()] };
  }
  if (!overwrites(step.forward, forward)) {
    return {
      ...step,
      forward: [...step.forward, ...forward],
      backward: [...backward, ...step.backward],
    };
  }
  // A slider sets the same place a hundred times: only its first and its last value matter.
  const values = forward.map(patch => patch.value);
  return { ...step, forward: step.forward.map((patch, i) => ({ ...patch, value: values[i] })) };
}

const placeOf = ({ path }: Pick<Patch, 'path'>): string => JSON.stringify(path);

const byPlace = (patches: readonly Patch[]): ReadonlyMap<string, Patch> =>
  new Map(patches.map(patch => [placeOf(patch), patch]));

/** Whether all only give new values to places of which none is within another: then their order is all the same. */
function areIndependent(patches: readonly Patch[]): boolean {
  if (patches.some(({ op }) => op !== 'replace')) return false;
  const places = new Set(patches.map(placeOf));
  return patches.every(({ path }) =>
    path.every((_, i) => i === 0 || !places.has(placeOf({ path: path.slice(0, i) }))),
  );
}

/** Whether `later` only gives new values to the very places that `earlier` set. */
const overwrites = (earlier: readonly Patch[], later: readonly Patch[]): boolean =>
  earlier.length === later.length &&
  later.every((patch, i) => {
    const before = earlier[i];
    return (
      patch.op === 'replace' &&
      before !== undefined &&
      before.op !== 'remove' &&
      placeOf(patch) === placeOf(before)
    );
  });
