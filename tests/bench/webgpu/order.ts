/** What a worker of the page is asked to measure on a GPU, and what it tells. */
import type { IterationReport } from '../setting.ts';
import type { LayerSpeed } from './layers.ts';

export type Whose = 'ours' | 'tfjs';

export interface Order {
  readonly of: 'iterations' | 'convolutions';
  readonly whose: Whose;
  readonly side: number;
  /** Iterations that are timed. */
  readonly count: number;
  /** Also on a GPU that software pretends: to see that it can be measured. */
  readonly software: boolean;
}

export type Told =
  | { readonly gpu: string; readonly iterations: IterationReport }
  | { readonly gpu: string; readonly layers: readonly LayerSpeed[] }
  /** A sentence: what is missing here. */
  | { readonly absent: string }
  | { readonly error: string };

interface IterationTimes {
  readonly side: number;
  /** Milliseconds, medians, by whose programs. */
  readonly times: Readonly<Record<Whose, number>>;
  readonly flops: number;
}

export type WebGpuReport =
  | { readonly absent: string }
  | {
      readonly gpu: string;
      readonly iterations: readonly IterationTimes[];
      readonly layers: Readonly<Record<Whose, readonly LayerSpeed[]>>;
      /** Of the picture whose layers they are. */
      readonly layersSide: number;
    };
