/**
 * One feature, calculated as on paper: the nine neighbours of a position in every channel that comes in, each times
 * its weight, added up channel by channel, then the bias, then the ReLU. The runtime gets the same number by
 * other ways (Winograd's, on tiles); here every summand is there to be shown.
 */

/** All that one feature is made of. */
export interface ConvolutionNumbers {
  /** What comes in: [3, 3, channels], rows first, channels fastest. Beyond the border it is what the padding says. */
  readonly input: Float32Array;
  /** The kernel of the channel that goes out: [3, 3, channels]. */
  readonly weights: Float32Array;
  readonly bias: number;
}

/** What one channel that comes in adds. */
export interface Contribution {
  readonly channel: number;
  /** Nine each, row by row. */
  readonly input: readonly number[];
  readonly weights: readonly number[];
  /** Σ input · weights. */
  readonly sum: number;
}

export interface Convolution {
  /** The largest first, be they positive or negative. */
  readonly contributions: readonly Contribution[];
  readonly bias: number;
  /** Of all contributions, and the bias. */
  readonly sum: number;
  /** What the ReLU leaves of it. */
  readonly rectified: number;
}

/** The sums of one feature. */
export function convolve({ input, weights, bias }: ConvolutionNumbers): Convolution {
  const channels = input.length / 9;
  const contributions = Array.from({ length: channels }, (_, channel): Contribution => {
    const nine = (numbers: Float32Array) =>
      Array.from({ length: 9 }, (_, position) => numbers[position * channels + channel] ?? 0);
    const [entering, factors] = [nine(input), nine(weights)];
    const sum = entering.reduce((total, value, position) => total + value * (factors[position] ?? 0), 0);
    return { channel, input: entering, weights: factors, sum };
  });
  const sum = contributions.reduce((total, contribution) => total + contribution.sum, bias);
  return {
    contributions: contributions.toSorted((a, b) => Math.abs(b.sum) - Math.abs(a.sum)),
    bias,
    sum,
    rectified: Math.max(0, sum),
  };
}
