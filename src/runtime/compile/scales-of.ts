/** The scales of one optimiser: at each a picture of its own, and so many iterations. */
import type { NodeId } from '../../graph/document.ts';
import type { ImageShape } from '../../graph/wire.ts';
import type { Program } from '../ir/program.ts';
import type { Optimisation } from './lowerable.ts';
import type { LoweredPicture } from './lowered.ts';
import type { Pictures } from './pictures.ts';
import type { StageScale } from './plan.ts';
import { scaledShape } from './scales.ts';

export interface ScaleStep {
  /** 1 at the last, which is all that there is where nobody asked for scales. */
  readonly factor: number;
  readonly picture: LoweredPicture;
  readonly iterations: number;
  readonly scale: StageScale;
}

/** The smallest first. */
export function scalesOf(
  { ir }: Program,
  node: NodeId,
  { picture, iterations: each }: Optimisation,
  pictures: Pictures,
): ScaleStep[] {
  const { factors = [], first = 1, keepsState = false } = picture.scales ?? {};
  const whole = picture.value.shape as ImageShape;
  const count = (at: number) =>
    at === 1 && factors.length > 0 ? Math.max(1, Math.round(first * each)) : each;
  const total = [...factors, 1].reduce((sum, _, index) => sum + count(index + 1), 0);
  let after = 0;
  return [...factors, 1].map((factor, index) => {
    const at = index + 1;
    const iterations = count(at);
    const scale = { at, of: factors.length + 1, after, total, whole, keepsState };
    after += iterations;
    if (factor === 1) return { factor, picture, iterations, scale };
    const shape = scaledShape(whole, factor);
    const value = ir.carried({ picture: node, name: 'picture', shape });
    const [from, to] = [
      [whole[0], whole[1]],
      [shape[0], shape[1]],
    ] as const;
    const start = (seed: number) =>
      ir.resample(
        { x: pictures.startOf(picture.value, seed) },
        { from, to, filter: 'bicubic', adjoint: false },
      );
    const small: LoweredPicture = { value, start };
    pictures.add(node, small);
    return { factor, picture: small, iterations, scale };
  });
}
