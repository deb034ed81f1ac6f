/** How fast each optimiser paints, told twice a second at most: nobody reads faster. */
import { create } from 'zustand';
import type { NodeId } from '../../graph/document.ts';
import { type PaintingState, usePainting } from '../state/painting.ts';
import { Rate } from './rate.ts';

/** Iterations per second of those that are painting. */
export const useRates = create<Readonly<Record<NodeId, number>>>()(() => ({}));

const rates = new Map<NodeId, Rate>();
let isDue = false;

usePainting.subscribe((now: PaintingState, before: PaintingState) => {
  if (now.iterations !== before.iterations) hearIterations(now, before);
  if (now.runs !== before.runs) hearRuns(now);
});

function hearIterations({ iterations }: PaintingState, before: PaintingState): void {
  for (const [optimiser, { iteration }] of Object.entries(iterations)) {
    if (iteration === before.iterations[optimiser]?.iteration) continue;
    const rate = rates.get(optimiser) ?? new Rate();
    rates.set(optimiser, rate);
    rate.hear(iteration, performance.now());
  }
  tellSoon();
}

function hearRuns({ runs }: PaintingState): void {
  for (const [optimiser, rate] of rates) if (runs[optimiser]?.state !== 'running') rate.pause();
  tellSoon();
}

function tellSoon(): void {
  if (isDue) return;
  isDue = true;
  setTimeout(() => {
    isDue = false;
    const told = [...rates].flatMap(([optimiser, { perSecond }]) =>
      perSecond === undefined ? [] : [[optimiser, perSecond] as const],
    );
    useRates.setState(Object.fromEntries(told), true);
  }, 500);
}
