/** What one run of the comparison with native code found, at one size, with one encoder. */
import type { EncoderName } from '../setting.ts';

export const contestants = ['chromium', 'node', 'torch', 'plain'] as const;
export type Contestant = (typeof contestants)[number];

export interface Measured {
  /** Of an iteration, the median. */
  readonly milliseconds: number;
  /** The most that its process had. */
  readonly residentBytes?: number | undefined;
}

export interface NativeFigures {
  readonly encoder: EncoderName;
  /** Of the square picture. */
  readonly side: number;
  /** Whoever could be asked here. */
  readonly measured: Readonly<Partial<Record<Contestant, Measured>>>;
  /** Of an iteration, counted as plain sums of products. */
  readonly flops: number;
  readonly bytesMoved: number;
  /** Of tensors, as the plan says before it runs. */
  readonly predictedBytes: number;
}

export const contestantTitles: Readonly<Record<Contestant, string>> = {
  chromium: 'Gramarye in Chromium',
  node: 'Gramarye in Node',
  torch: 'PyTorch',
  plain: 'plain TensorFlow.js',
};

export const encoderTitles: Readonly<Record<EncoderName, string>> = {
  vgg19: 'VGG-19',
  lite: 'VGG-19 lite',
};

/** How often the time of `of` goes into that of `one`; undefined where one of them was not measured. */
export function ratio({ measured }: NativeFigures, one: Contestant, of: Contestant): number | undefined {
  const [above, below] = [measured[one]?.milliseconds, measured[of]?.milliseconds];
  return above === undefined || below === undefined ? undefined : above / below;
}

/** `4.21 s`, `612 ms`, `15.5 ms`. */
export function timeText(milliseconds: number): string {
  if (milliseconds >= 1000) return `${(milliseconds / 1000).toPrecision(3)} s`;
  return `${milliseconds >= 100 ? Math.round(milliseconds) : milliseconds.toPrecision(3)} ms`;
}
