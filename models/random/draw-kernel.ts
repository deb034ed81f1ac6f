/**
 * Random kernels. A weight is the sum of a number that the nine positions of its kernel share and one of its
 * own: trained kernels are smooth like this; of white ones a picture is painted as coloured noise.
 *
 * Each kernel but the first has its mean taken off, so that it sees only how its inputs differ. Without that,
 * what all channels have in common grows from layer to layer, until every place of the picture looks the same
 * to the deepest.
 *
 * Weights are uniform, not normal: sums of hundreds of them are normal all the same, and integers and products
 * are the same bits on every machine, where a logarithm or a cosine need not be.
 */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/**
 * A kernel [3, 3, `inputs`, `channels`] from a 32-bit seed, of no particular size: whoever uses it scales it. The
 * first layer's keeps its mean: it sees colours, not activations, and their mean is what it must not lose.
 */
export function drawKernel(inputs: number, channels: number, first: boolean, seed: number): Float32Array {
  const stream = xoroshiro128plus(seed);
  const weight = (): number => stream.next() / 0x8000_0000;
  const shared = Float64Array.from({ length: inputs * channels }, weight);
  const kernel = new Float32Array(9 * shared.length);
  for (let i = 0; i < kernel.length; i++) kernel[i] = (shared[i % shared.length] ?? 0) + weight();
  if (!first) subtractMeans(kernel, channels);
  return kernel;
}

/** Takes each output channel's mean off its weights. */
function subtractMeans(kernel: Float32Array, channels: number): void {
  const sums = new Float64Array(channels);
  for (let i = 0; i < kernel.length; i++) {
    const channel = i % channels;
    sums[channel] = (sums[channel] ?? 0) + (kernel[i] ?? 0);
  }
  const fanIn = kernel.length / channels;
  for (let i = 0; i < kernel.length; i++) kernel[i] = (kernel[i] ?? 0) - (sums[i % channels] ?? 0) / fanIn;
}
