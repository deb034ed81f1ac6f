/**
 * How a painting comes to stand on what a plan has computed for it: everything that its loop needs goes through
 * the cache, and then it goes on where it was, from a picture that was kept, at the next scale, or begins.
 */
import { compute, type Pause } from '../cache/compute.ts';
import type { Stage } from '../compile/plan.ts';
import type { Schedule } from '../compile/schedule.ts';
import { numbersOf } from '../execute/numbers.ts';
import { rehearse } from '../execute/rehearse.ts';
import { checkpointId, stateOf } from './checkpoints.ts';
import { Ground, Painting } from './painting.ts';
import type { RunSurroundings } from './run-surroundings.ts';
import type { WayBack } from './way-back.ts';
import { hasSameAim, untilNow, type Whence, whereToGoOn } from './where-to-go-on.ts';

export interface Preparation {
  readonly stage: Stage;
  /** The last scale's: what the scales before it need has room in its arena. */
  readonly largest: Schedule;
  /** What is painted now; it is taken over or ends. */
  readonly before: Painting | undefined;
  /** The scale before this one is done. */
  readonly isGrowing: boolean;
  readonly wayBack: WayBack;
  /** The iteration with which it would have ended. */
  readonly until: number;
}

export type Prepared =
  /** Painted at the next scale from here on. */
  | { readonly type: 'grown'; readonly painting: Painting }
  /** It has to begin, and that is at a smaller scale. */
  | { readonly type: 'begins-smaller' }
  | {
      readonly type: 'ready';
      readonly painting: Painting;
      readonly until: number;
      readonly whence: Whence;
    };

/** Abandoned on the way, it leaves no trace. */
export function* prepare(
  { stage, largest, before, isGrowing, wayBack, until }: Preparation,
  around: RunSurroundings,
): Generator<Pause, Prepared> {
  const { cache, load, keep, outcomeKey, onRun, params, afterEdit } = around;
  yield* rehearse(stage);
  const computed = yield* compute(stage.once, {
    cache,
    load,
    keep: keep(),
    outcomeKey,
    onRun,
    next: largest,
  });
  // From here on there is no pause: either all of it is exchanged or nothing.
  const ground = new Ground(stage, computed, cache);
  if (isGrowing && before) {
    return { type: 'grown', painting: new Painting(ground, params, before.enlarge(stage)) };
  }
  const sameAim = hasSameAim(ground, numbersOf(stage, params()), before);
  const { fresh } = wayBack;
  const wishes = { afterEdit: afterEdit(), fresh, checkpoint: wayBack.from };
  const from = whereToGoOn(ground, before, sameAim, wishes);
  if (!from && stage.scale.at > 1) {
    ground.release();
    return { type: 'begins-smaller' };
  }
  const end = untilNow(ground, before, sameAim, { from, until });
  const carriedOn = from === 'here' ? before?.release() : before?.dispose();
  const begun = new Painting(
    ground,
    params,
    (typeof from === 'object' ? stateOf(from) : carriedOn) ?? undefined,
  );
  if (from !== 'here') wayBack.standOn(from);
  const isNew = !from && !fresh && stage.scale.of === 1;
  const painting = isNew ? paintedBefore(ground, begun, wayBack, around) : begun;
  wayBack.arrived();
  return { type: 'ready', painting, until: end, whence: from };
}

/** The same may have been painted before, to its end: then there is nothing to paint again (rule R4). */
function paintedBefore(
  ground: Ground,
  begun: Painting,
  wayBack: WayBack,
  { params }: RunSurroundings,
): Painting {
  const known = wayBack.checkpoints.get(checkpointId(begun.plannedHistory));
  if (!known) return begun;
  const again = new Painting(ground, params, stateOf(known));
  wayBack.standOn(known);
  begun.releaseLoop();
  return again;
}
