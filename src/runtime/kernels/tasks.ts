/** What the kernels are asked for. Places are bytes from the beginning of the memory. */

/** A 3×3 convolution of [height, width, channels]. `bias` and `mask` are 0 where there are none. */
export interface Convolution {
  readonly x: number;
  /** [3, 3, channels, outputChannels] */
  readonly kernel: number;
  readonly bias: number;
  /** Of x's shape: where it is not positive, x counts as 0. */
  readonly mask: number;
  readonly y: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly outputChannels: number;
  /** Rows and columns of zeros around x: 0, 1 or 2. */
  readonly padding: number;
  readonly relu: boolean;
}

export interface Product {
  readonly a: number;
  readonly b: number;
  /** Of y's shape, added to it; 0 or nothing where there is none. */
  readonly plus?: number;
  readonly y: number;
  readonly rows: number;
  readonly terms: number;
  readonly columns: number;
}

export interface Gram {
  readonly x: number;
  readonly y: number;
  readonly positions: number;
  readonly channels: number;
  readonly factor: number;
}

/** Of blocks of 2×2 of [height, width, channels]; the way back where there is `dy`, which is 0 where there is none. */
export interface Pooling {
  /** Not needed on the way back through means. */
  readonly x: number;
  readonly dy: number;
  readonly y: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  /** Their means in the place of their largest numbers. */
  readonly mean: boolean;
}

/** In the order of ./assembly/combine.ts. */
export const operations = ['add', 'subtract', 'multiply', 'divide'] as const;

/** Of `count` numbers a and as many b, or a single one. */
export interface Combination {
  readonly operation: (typeof operations)[number];
  readonly a: number;
  readonly b: number;
  readonly y: number;
  readonly count: number;
  readonly isSingle: boolean;
}

export interface Affine {
  readonly x: number;
  readonly y: number;
  readonly count: number;
  readonly factor: number;
  readonly offset: number;
}

export interface Sum {
  readonly x: number;
  readonly y: number;
  readonly count: number;
  readonly squares: boolean;
  readonly factor: number;
}

export interface Difference {
  readonly x: number;
  readonly y: number;
  readonly outer: number;
  readonly count: number;
  readonly inner: number;
  readonly adjoint: boolean;
}

/** `keep` and `take` are places of scalars. */
export interface MovingAverage {
  readonly average: number;
  readonly sample: number;
  readonly keep: number;
  readonly take: number;
  readonly y: number;
  readonly count: number;
  readonly squares: boolean;
}

/** `step`, `correction` and `epsilon` are places of scalars. */
export interface AdamStep {
  readonly x: number;
  readonly m: number;
  readonly v: number;
  readonly step: number;
  readonly correction: number;
  readonly epsilon: number;
  readonly y: number;
  readonly count: number;
  readonly low: number;
  readonly high: number;
}

export interface ChannelScale {
  readonly x: number;
  readonly factors: number;
  readonly offsets: number;
  readonly y: number;
  readonly positions: number;
  readonly channels: number;
}
