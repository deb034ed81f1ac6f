/** What an edit, a restart or a way back means for a painting: go on, begin, or take up an earlier picture. */
import type { Checkpoint } from './checkpoints.ts';
import { iterationOf, type Segment, sameNumbers } from './history.ts';
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

/** Whether it would be painted on as it was painted last: by the same program, fed the same numbers. */
export function hasSameAim(ground: Ground, live: Segment['live'], before: Painting | undefined): boolean {
  const last = before?.history.segments.at(-1);
  return before?.ground.program === ground.program && (!last || sameNumbers(last.live, live));
}

export function whereToGoOn(
  ground: Ground,
  before: Painting | undefined,
  sameAim: boolean,
  { checkpoint, fresh, afterEdit }: Wishes,
): Whence {
  const { stage, start } = ground;
  // One that was kept before a change of size is no picture of this painting any more.
  if (checkpoint?.carried.picture?.shape.join() === stage.shape.join()) return checkpoint;
  // What begins from something else, or is moved by another rule, is another painting.
  if (fresh || before?.ground.start !== start || before.ground.stage.rule.name !== stage.rule.name)
    return undefined;
  if (afterEdit === 'continue') return before.iteration > 0 || sameAim ? 'here' : undefined;
  return sameAim && before.iteration <= stage.scale.total ? 'here' : undefined;
}

/** How many iterations there will be. A painting that was finished and has another aim goes on for as long again. */
export function untilNow(
  ground: Ground,
  before: Painting | undefined,
  sameAim: boolean,
  { from, until }: { readonly from: Whence; readonly until: number },
): number {
  const { iterations, scale } = ground.stage;
  const { total } = scale;
  if (typeof from === 'object') return Math.max(total, iterationOf(from.history));
  if (from === undefined || !before) return total;
  if (before.ground.stage.scale.total !== total) return Math.max(total, before.iteration);
  return before.iteration >= until && !sameAim ? before.iteration + iterations : until;
}
