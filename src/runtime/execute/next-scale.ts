/** What a picture takes along when it is painted on at another size: itself, enlarged, and what its rule says. */
import * as tf from '@tensorflow/tfjs-core';
import type { Stage } from '../compile/plan.ts';
import { schedule } from '../compile/schedule.ts';
import { Program } from '../ir/program.ts';
import type { Value } from '../ir/value.ts';
import type { LoopState } from './loop.ts';
import { runAtOnce } from './run-schedule.ts';

/**
 * Where the loop of `stage` begins, after one of the scale before it. Adam's second moments are squares and stay
 * so: a bilinear filter has no negative weight (crowsonkb/style-transfer-pytorch, `scale_adam`, which rectifies a
 * bilinear one, too). The tensors of `state` and `shown` are taken over; those of the result are the caller's.
 *
 * @param shown The picture as it was shown last: the averaged iterate, where there is an average.
 */
export function toNextScale({ iteration, carried }: LoopState, shown: tf.Tensor, stage: Stage): LoopState {
  const [height, width] = stage.shape;
  const next: Record<string, tf.Tensor> = { picture: resized(shown, [height, width], 'picture') };
  for (const [name, tensor] of Object.entries(carried)) {
    const enlarging = stage.scale.keepsState ? stage.rule.enlarged?.[name] : undefined;
    if (enlarging) next[name] = resized(tensor, [height, width], enlarging);
  }
  tf.dispose([shown, ...Object.values(carried)]);
  return { iteration, since: iteration, carried: next };
}

/** A picture at another size, by a bicubic filter and clamped; owned by the caller. */
export function resized(
  tensor: tf.Tensor,
  [height, width]: readonly [height: number, width: number],
  what: 'picture' | 'signed' | 'squares',
): tf.Tensor {
  const { ir } = new Program();
  const [from = 1, across = 1] = tensor.shape;
  const leaf = ir.carried({ picture: '', name: what, shape: tensor.shape });
  const filter = what === 'squares' ? 'bilinear' : 'bicubic';
  const enlarged = ir.resample(
    { x: leaf },
    { from: [from, across], to: [height, width], filter, adjoint: false },
  );
  const made: Value = what === 'picture' ? ir.clamp({ x: enlarged }, { low: 0, high: 1 }) : enlarged;
  const [result] = runAtOnce(schedule([made]), () => tensor).values();
  if (!result) throw new Error('Nothing was resized.');
  return result;
}
