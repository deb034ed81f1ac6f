/**
 * Where every position is compared with every other, only some are taken: a regular lattice, so that they are
 * spread evenly and the same at each iteration. A deep layer's feature sees far around itself, so nothing between
 * them goes unseen there.
 */
import { param } from '../graph/parameter.ts';
import type { Ir } from '../runtime/ir/program.ts';
import type { Value } from '../runtime/ir/value.ts';
import { positionsOf } from './moments.ts';

export const samplesPerSide = (initial = 32) =>
  param.integer({
    default: initial,
    min: 4,
    max: 64,
    title: { en: 'Samples per side', zh: '每边采样数' },
    hint: {
      en: 'Positions that are compared along each side of a layer, at most: 32 make 1024, and a million pairs.',
      zh: '每层每边最多取多少个位置进行比较：32 即 1024 个位置、一百万对。',
    },
  });

/** [H, W, C] → [h, w, C] with at most `side` rows and columns, evenly picked. */
export function lattice(ir: Ir, x: Value, side: number): Value {
  const [height = 0, width = 0] = x.shape;
  const rows = { axis: 0, from: height, to: Math.min(height, side), adjoint: false } as const;
  const columns = { axis: 1, from: width, to: Math.min(width, side), adjoint: false } as const;
  return ir.nearest({ x: ir.nearest({ x }, rows) }, columns);
}

/** [H, W, C] → [n, C]: the features at the positions of the lattice. */
export const samplesOf = (ir: Ir, x: Value, side: number): Value => positionsOf(ir, lattice(ir, x, side));
