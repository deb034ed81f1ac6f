/**
 * Ours beside PyTorch and beside plain TensorFlow.js, each measurement a process of its own: times of an iteration
 * to relu5_1, medians after one that warms up.
 */
import { availableParallelism } from 'node:os';
import { median } from '../median.ts';
import type { EncoderName, IterationReport } from '../setting.ts';
import type { Contestant, Measured, NativeFigures } from './figures.ts';
import { measureTorch, pythonWithTorch } from './torch.ts';

export interface Round {
  readonly encoder: EncoderName;
  readonly side: number;
  /** Iterations that are timed. */
  readonly runs: number;
  /** The same of plain TensorFlow.js; 0 where that takes minutes. */
  readonly plainRuns: number;
}

export const rounds: readonly Round[] = [
  { encoder: 'vgg19', side: 128, runs: 25, plainRuns: 3 },
  { encoder: 'vgg19', side: 256, runs: 7, plainRuns: 1 },
  { encoder: 'vgg19', side: 512, runs: 3, plainRuns: 0 },
  { encoder: 'lite', side: 128, runs: 60, plainRuns: 3 },
  { encoder: 'lite', side: 256, runs: 25, plainRuns: 3 },
  { encoder: 'lite', side: 512, runs: 7, plainRuns: 1 },
];

export type Measure = (script: string, ...given: readonly (number | string)[]) => IterationReport;

/** @throws where two sides did not compute the same. */
export function compareNative(asked: readonly Round[], measure: Measure): NativeFigures[] {
  const python = pythonWithTorch();
  return asked.map(({ encoder, side, runs, plainRuns }) => {
    const ours = measure('native/chromium.js', side, runs, encoder);
    const reports: Partial<Record<Contestant, IterationReport>> = {
      chromium: ours,
      node: measure('ours.js', side, runs, encoder),
      ...(python && {
        torch: measureTorch(python, { side, count: runs, encoder, threads: availableParallelism() }),
      }),
      ...(plainRuns > 0 && { plain: measure('plain.js', side, plainRuns, encoder) }),
    };
    for (const [name, { loss }] of Object.entries(reports)) {
      if (Math.abs(loss / ours.loss - 1) > 1e-2) {
        throw new Error(`${name} did not compute the same: a loss of ${loss} against ${ours.loss}.`);
      }
    }
    const { flops = Number.NaN, bytesMoved = Number.NaN, peakBytes: predictedBytes = Number.NaN } = ours;
    const measured = Object.fromEntries(
      Object.entries(reports).map(([name, { times, residentBytes }]): [string, Measured] => [
        name,
        { milliseconds: median(times), residentBytes },
      ]),
    );
    return { encoder, side, measured, flops, bytesMoved, predictedBytes };
  });
}
