/** A run at several scales, the smallest first; most have but one. */
import type { Stage } from '../compile/plan.ts';
import type { ScaleFacts } from './events.ts';

export function firstOf([first]: readonly Stage[]): Stage {
  if (!first) throw new Error('There is no stage to paint.');
  return first;
}

export const lastOf = (stages: readonly Stage[]): Stage => stages.at(-1) ?? firstOf(stages);

/** The stage that paints a picture of this size, else the first. */
export const ofSize = (stages: readonly Stage[], shape: readonly number[]): Stage =>
  stages.find(stage => stage.shape.join() === shape.join()) ?? firstOf(stages);

export const isLast = ({ scale }: Stage): boolean => scale.at === scale.of;

/** The iteration with which `stage` ends, where the whole ends with `until`. */
export const endOf = (stage: Stage, until: number): number =>
  isLast(stage) ? until : stage.scale.after + stage.iterations;

/** What is told of a scale; undefined where there is but one. */
export function scaleFacts(
  { scale, shape, loop }: Stage,
  stages: readonly Stage[],
  until: number,
): ScaleFacts | undefined {
  if (scale.of === 1) return undefined;
  const [height, width] = shape;
  const later = stages.slice(scale.at).reduce((sum, next) => sum + next.iterations * next.loop.flops, 0);
  return { at: scale.at, of: scale.of, width, height, until, ahead: later / loop.flops };
}
