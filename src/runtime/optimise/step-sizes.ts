/** How the learning rate changes on the way: a factor for each iteration, which needs no pixel and is no op. */

export interface StepSizes {
  readonly course: 'constant' | 'cosine' | 'steps';
  /** For a cosine what is left of it at the end; for steps the factor of each. */
  readonly decay: number;
  /** So many iterations are one step. */
  readonly every: number;
  /** Over so many iterations at the beginning it grows evenly to its full size. */
  readonly warmUp: number;
}

export const constantStepSize: StepSizes = { course: 'constant', decay: 1, every: 1, warmUp: 0 };

/**
 * The factor at `iteration` (from 1) of `iterations`. The cosine (Loshchilov and Hutter 2017, eq. 5, without
 * restarts) begins when the warm-up (Goyal and others 2017) is over and reaches its end with the last
 * iteration; what is painted beyond that keeps the last factor.
 */
export function stepSizeAt(
  { course, decay, every, warmUp }: StepSizes,
  iteration: number,
  iterations: number,
): number {
  if (iteration <= warmUp) return iteration / (warmUp + 1);
  const done = iteration - 1 - warmUp;
  switch (course) {
    case 'constant':
      return 1;
    case 'steps':
      return decay ** Math.floor(done / every);
    case 'cosine': {
      const part = Math.min(1, done / Math.max(1, iterations - 1 - warmUp));
      return decay + (1 - decay) * 0.5 * (1 + Math.cos(Math.PI * part));
    }
  }
}
