/** The brush as the person set it: the same for every mask, until the page is left. */
import { create } from 'zustand';

export interface BrushSettings {
  /** In pixels of the mask, across. */
  readonly size: number;
  readonly hardness: number;
  readonly erases: boolean;
  readonly look: 'over' | 'alone';
}

export const sizeRange = { min: 1, max: 600 } as const;

export const useBrush = create<BrushSettings>()(() => ({
  size: 64,
  hardness: 0.7,
  erases: false,
  look: 'over',
}));

export const setBrush = (settings: Partial<BrushSettings>): void => useBrush.setState(settings);

/** @param factor 1.25 for a step larger, 0.8 for one smaller. */
export const resizeBrush = (factor: number): void =>
  useBrush.setState(({ size }) => ({
    size: Math.min(sizeRange.max, Math.max(sizeRange.min, Math.round(size * factor))),
  }));
