/**
 * A picture that is painted small first: how large it is at each scale, and how often it is stepped there.
 */
import type { NodeId } from '../../graph/document.ts';
import type { ImageShape } from '../../graph/wire.ts';

/** Asked for by a node that a picture went through. */
export interface Scales {
  /** Whoever asks for them, and is told where one cannot be. */
  readonly node: NodeId;
  /** Each below 1, the smallest first: what the sides of every picture are multiplied by. The whole comes last. */
  readonly factors: readonly number[];
  /** How many times the optimiser's iterations are painted at the smallest. */
  readonly first: number;
  /** Whether an optimiser's vectors are enlarged with the picture, or begin anew. */
  readonly keepsState: boolean;
}

/**
 * The factors from a long side of `smallest` pixels up to `whole`, each `growth` times the one before, counted from
 * the whole down, so that the whole is met exactly (crowsonkb/style-transfer-pytorch, `gen_scales`).
 */
export function factorsUpTo(whole: number, smallest: number, growth: number): number[] {
  const sides: number[] = [];
  for (let step = 1; ; step++) {
    const side = Math.round(whole / growth ** step);
    if (side < smallest) return sides.reverse().map(each => each / whole);
    if (side !== sides.at(-1) && side < whole) sides.push(side);
  }
}

/** `shape` with both sides times `factor`, no side less than a pixel. */
export function scaledShape([height, width, channels]: ImageShape, factor: number): ImageShape {
  const scaled = (side: number) => Math.max(1, Math.round(side * factor));
  return [scaled(height), scaled(width), channels];
}
