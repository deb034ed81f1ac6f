/**
 * Each encoder paints each pair by its own losses; then one judge, the real VGG-19, says how far the style of
 * every picture still is. What an encoder is worth to style transfer is how much of the fall it reaches that the
 * judge reaches itself.
 */
import type { HostTensor } from '../../../src/index.ts';
import type { PairOutcome } from './falls.ts';
import type { PaintingOrder } from './painting-graph.ts';
import type { Pair } from './pairs.ts';
import type { Iteration, Studio, StyleLosses } from './studio.ts';

export interface Comparison {
  readonly pairs: readonly Pair[];
  /** References of encoders by name. */
  readonly encoders: ReadonlyMap<string, string>;
  /** The reference of the encoder that judges. */
  readonly judge: string;
  /** The reference of one of the pictures. */
  readonly picture: (kind: 'content' | 'style', name: string) => string;
  readonly settings: Pick<PaintingOrder, 'pooling' | 'side' | 'iterations'>;
  readonly see?: (pair: Pair, encoder: string, iteration: Iteration) => void;
  readonly keep?: (pair: Pair, encoder: string, picture: HostTensor) => Promise<void>;
}

/** Yields each pair's outcome as soon as it is known. */
export async function* compare(
  studio: Studio,
  { pairs, encoders, judge, picture, settings, see, keep }: Comparison,
): AsyncGenerator<PairOutcome> {
  for (const pair of pairs) {
    const order = {
      ...settings,
      content: picture('content', pair.content),
      style: picture('style', pair.style),
      encoder: judge,
    };
    const start = await studio.styleLosses(order);
    const ends = new Map<string, StyleLosses>();
    for (const [name, encoder] of encoders) {
      const painted = await studio.paint({ ...order, encoder }, iteration => see?.(pair, name, iteration));
      await keep?.(pair, name, painted);
      ends.set(name, await studio.styleLosses(order, painted));
    }
    yield { pair, start, ends };
  }
}
