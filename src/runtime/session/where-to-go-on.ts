/** What an edit, a restart or a way back means for a painting: go on, begin, or take up an earlier picture. */
import type { Checkpoint } from './checkpoints.ts';
import { iterationOf } from './history.ts';
import type { Ground, Painting } from './painting.ts';

/** What an edit does to a painting under way. */
export type AfterEdit = 'continue' | 'restart';

/** `here` keeps the painting, a checkpoint brings back another, undefined begins a new one. */
export type Whence = 'here' | Checkpoint | undefined;

export interface Wishes {
  readonly afterEdit: AfterEdit;
  /** Somebody asked for a new beginning. */
  readonly fresh: boolean;
  /** Somebody asked for this one. */
  readonly checkpoint: Checkpoint | undefined;
}

export function whereToGoOn(ground: Ground, before: Painting | undefined, wishes: Wishes): Whence {
  const { checkpoint, fresh, afterEdit } = wishes;
  const { stage, start, program } = ground;
  // One that was kept before a change of size is no picture of this painting any more.
  if (checkpoint?.carried.picture?.shape.join() === stage.shape.join()) return checkpoint;
  // What begins from something else, or is moved by another rule, is another painting.
  if (fresh || before?.ground.start !== start || before.ground.stage.rule !== stage.rule) return undefined;
  if (afterEdit === 'continue')
    return before.iteration > 0 || before.ground.program === program ? 'here' : undefined;
  return before.ground.program === program && before.iteration <= stage.iterations ? 'here' : undefined;
}

/** How many iterations there will be. A painting that was finished and has another aim goes on for as long again. */
export function untilNow(ground: Ground, before: Painting | undefined, from: Whence, until: number): number {
  const { iterations } = ground.stage;
  if (typeof from === 'object') return Math.max(iterations, iterationOf(from.history));
  if (from === undefined || !before) return iterations;
  if (before.ground.stage.iterations !== iterations) return Math.max(iterations, before.iteration);
  const finished = before.iteration >= until;
  return finished && before.ground.program !== ground.program ? before.iteration + iterations : until;
}
