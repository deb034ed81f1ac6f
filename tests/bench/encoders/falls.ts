/** How far a style loss fell, and which share of that another encoder reaches. */
import { median } from '../median.ts';
import type { Pair } from './pairs.ts';
import type { StyleLosses } from './studio.ts';

/** One pair: the style losses of what all paintings start from and of what each encoder made of it. */
export interface PairOutcome {
  readonly pair: Pair;
  readonly start: StyleLosses;
  /** By the name of the encoder that painted. */
  readonly ends: ReadonlyMap<string, StyleLosses>;
}

/** All layers weigh the same. */
export const totalLoss = (losses: StyleLosses): number =>
  Object.values(losses).reduce((sum, loss) => sum + loss, 0);

/** L(start) − L(end); NaN where `encoder` painted nothing. */
export function fall({ start, ends }: PairOutcome, encoder: string): number {
  const end = ends.get(encoder);
  return end ? totalLoss(start) - totalLoss(end) : Number.NaN;
}

/** The fall by `encoder` as a share of the fall by `judge`: 1 where it does as well. */
export const share = (outcome: PairOutcome, encoder: string, judge: string): number =>
  fall(outcome, encoder) / fall(outcome, judge);

export const medianShare = (outcomes: readonly PairOutcome[], encoder: string, judge: string): number =>
  median(outcomes.map(outcome => share(outcome, encoder, judge)));

/** By how much each layer's loss fell, of what it was: 1 where nothing is left of it; medians over the pairs. */
export function layerFalls(outcomes: readonly PairOutcome[], encoder: string): StyleLosses {
  const layers = Object.keys(outcomes[0]?.start ?? {});
  const falls = (layer: string) =>
    outcomes.map(({ start, ends }) => 1 - (ends.get(encoder)?.[layer] ?? Number.NaN) / (start[layer] ?? 0));
  return Object.fromEntries(layers.map(layer => [layer, median(falls(layer))]));
}
