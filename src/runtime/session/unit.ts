/**
 * One unit of a run's work: computing what its painting needs, or one iteration and what is told of it. A
 * generator, so that a pause or an edit finds it between two steps of the plan (rule R10).
 */
import type { Problem } from '../../graph/problem.ts';
import type { Pause } from '../cache/compute.ts';
import type { Stage } from '../compile/plan.ts';
import { problemOf } from '../execute/blame.ts';
import { isMilestone } from './checkpoints.ts';
import type { Easel } from './easel.ts';
import { historyKey } from './history.ts';
import type { Painting } from './painting.ts';
import { prepare } from './prepare.ts';
import { firstOf, isLast, lastOf, ofSize } from './scales-of-run.ts';

/** What a result is worth to the cache, in milliseconds: nothing that can be computed is as dear as a painting. */
const dear = 1e6;

/** Never throws. */
export function* unit(easel: Easel): Generator<Pause, void> {
  try {
    if (easel.pace.state === 'preparing') yield* prepareOn(easel);
    else yield* paintOn(easel);
  } catch (error) {
    yield* fail(easel, problemOf(error));
  }
}

function* prepareOn(easel: Easel): Generator<Pause, void> {
  const { around, wayBack, pace } = easel;
  const stage = stageToPrepare(easel);
  // What was painted before the edit is told first.
  const unsound = yield* settle(easel, 0);
  if (unsound) {
    yield* fail(easel, unsound);
    return;
  }
  const { painting: before, isGrowing, until } = easel;
  const prepared = yield* prepare(
    { stage, largest: lastOf(easel.stages).loop, before, isGrowing, wayBack, until },
    around,
  );
  easel.stage = stage;
  if (prepared.type === 'begins-smaller') {
    wayBack.freshen();
    return;
  }
  easel.painting = prepared.painting;
  if (prepared.type === 'grown') {
    easel.isGrowing = false;
    pace.goOn();
    return;
  }
  easel.until = prepared.until;
  if (easel.iteration < easel.end) {
    pace.goOn();
  } else {
    if (prepared.whence !== 'here') present(easel);
    endScale(easel);
  }
}

/** Of the scale at which it goes on, which is told by the size of the picture that there is; else the first. */
function stageToPrepare({ stages, stage, isGrowing, wayBack, painting }: Easel): Stage {
  const first = firstOf(stages);
  if (isGrowing) return stages[stage.scale.at] ?? first;
  if (wayBack.fresh) return first;
  const { shape } = wayBack.from?.carried.picture ?? painting?.ground.stage ?? first;
  return ofSize(stages, shape);
}

function* paintOn(easel: Easel): Generator<Pause, void> {
  const { painting, pace, around } = easel;
  if (!painting) return;
  const goesOn = pace.state === 'running';
  // An edit may have come between an iteration and what follows it: then that is what is left to do.
  if (goesOn && painting.iteration < easel.end) yield* painting.iterate(easel.alone);
  const last = painting.iteration >= easel.end;
  const problem = yield* settle(easel, last || !goesOn ? 0 : around.ahead());
  if (problem) yield* fail(easel, problem);
  if (problem || !goesOn) return;
  if (last || isMilestone(painting.iteration, easel.until)) checkpoint(easel, painting);
  if (last || around.wantsPicture(easel.optimiser)) present(easel);
  if (last) endScale(easel);
  pace.stopIfAsked(painting.iteration);
}

/** All iterations of a scale are painted: there is another one, or the picture is there. */
function endScale(easel: Easel): void {
  if (isLast(easel.stage)) {
    arrive(easel);
  } else {
    easel.isGrowing = true;
    easel.pace.goOn('preparing');
  }
}

/** Its result is there for whatever starts from it. */
function arrive(easel: Easel): void {
  easel.pace.enter('done');
  const [painting, shown] = [easel.painting, easel.show()];
  if (painting && shown) easel.around.cache.put(historyKey(painting.history), shown, 'computed', dear);
}

/** Tells the losses of all but `upTo` iterations; gives what is wrong with one, if it is. */
function* settle(easel: Easel, upTo: number): Generator<Pause, Problem | undefined> {
  const { painting, optimiser, around } = easel;
  if (!painting) return undefined;
  return yield* painting.settle(upTo, reading =>
    around.tell({ type: 'iteration', optimiser, until: easel.until, ...reading }),
  );
}

function* fail(easel: Easel, problem: Problem): Generator<Pause, void> {
  const { optimiser, painting } = easel;
  const { tell } = easel.around;
  const good = { iteration: easel.iteration };
  yield painting?.lastGood().then(
    found => {
      if (!found) return;
      good.iteration = found.iteration;
      tell({ type: 'picture', optimiser, ...found });
    },
    () => undefined,
  );
  easel.painting?.dropUnderWay();
  easel.wayBack.retreat(good.iteration);
  easel.problem = problem;
  tell({ type: 'failed', optimiser, problem });
  easel.pace.enter('failed');
}

function checkpoint(easel: Easel, painting: Painting): void {
  easel.copying.checkpoint(painting, kept => {
    easel.keep(kept);
    easel.remember(kept, painting);
  });
}

/** Shows the picture as it is, or reads it back beside the loop, which does not wait for it. */
function present(easel: Easel): void {
  const { optimiser, iteration, copying, around } = easel;
  const shown = easel.show();
  if (!shown) return;
  if (around.show(optimiser, iteration, shown)) {
    shown.dispose();
    return;
  }
  copying.tell(shown, picture => around.tell({ type: 'picture', optimiser, iteration, picture }));
}
