/** Names, among tfjs' kernels, of those that only some backends have: ours. */
import * as tf from '@tensorflow/tfjs-core';

/**
 * A 3×3 convolution, stride 1, of `x` [H, W, C] with `filter` [3, 3, C, D] and `padding` zeros around, of what `mask`
 * lets pass, where there is one; `bias` and `relu` follow.
 */
export const smallConvolution = 'SmallConvolution';

/** Of more channels than that it would need much memory for itself. */
export const mostChannels = 4096;

/** `a` [..., terms] · `b` [terms, columns], and `plus`, where there is one. */
export const matrixProduct = 'MatrixProduct';

/** `x` and `mask` [1, H, W, C] with `filter` [3, 3, C, D], stride 1, `pad` zeros around: of what the mask lets pass. */
export const maskedConvolution = 'MaskedConv2D';

/** XᵀX / `divisor` of `x` [positions, channels]. */
export const gramMatrix = 'GramMatrix';

/** Each neighbour along `axis` minus its predecessor, or, `adjoint`, the transpose of that. */
export const neighbourDifference = 'NeighbourDifference';

/** `x` [..., C] · `factors` [C] + `offsets` [C]. */
export const channelScale = 'ChannelScale';

/** `average` · `keep` + `sample` · `take`, scalars the latter two; of `squares`, with sample² in the place of sample. */
export const exponentialAverage = 'ExponentialAverage';

/** `x` − `step` · `m` / (√`v` · `correction` + `epsilon`), between `low` and `high`. */
export const adamUpdate = 'AdamUpdate';

/** The largest number of each block of 2×2 of `x` [H, W, C]; an odd last row or column is dropped. */
export const blockMaximum = 'BlockMaximum';

/** `dy` at the place in `x` [H, W, C] that each block's largest number came from, the first where several are equal. */
export const blockMaximumGradient = 'BlockMaximumGradient';

/** The mean of each block of 2×2 of `x` [H, W, C]; an odd last row or column is dropped. */
export const blockMean = 'BlockMean';

/** A quarter of `dy` to each of the four that were averaged, of so large a `shape`. */
export const blockMeanGradient = 'BlockMeanGradient';

/** `a` and `b` number by number, by `operation`: 'add', 'subtract', 'multiply' or 'divide'. `b` may be a scalar. */
export const combination = 'Combination';

/** `x` · `factor` + `offset`. */
export const affineMap = 'AffineMap';

/** The sum of all numbers of `x`, or of their `squares`, times `factor`: a scalar. */
export const sumOfAll = 'SumOfAll';

/** Scalars side by side, in the order of their names. */
export const packedScalars = 'PackedScalars';

/** Whether the backend that is open has it. */
export const hasKernel = (name: string): boolean => tf.getKernel(name, tf.getBackend()) !== undefined;

/** `a` and `b`, which may be a scalar, number by number. */
export const combined = (
  operation: 'add' | 'subtract' | 'multiply' | 'divide',
  a: tf.Tensor,
  b: tf.Tensor,
): tf.Tensor => byOwnKernel(combination, { a, b }, { operation }) ?? tfOperations[operation](a, b);

const tfOperations = { add: tf.add, subtract: tf.sub, multiply: tf.mul, divide: tf.div } as const;

/** What the open backend's own kernel `name` makes of `inputs`; undefined where it has none. */
export const byOwnKernel = (
  name: string,
  inputs: Readonly<Record<string, tf.Tensor>>,
  attributes: tf.NamedAttrMap = {},
): tf.Tensor | undefined =>
  hasKernel(name) ? tf.engine().runKernel<tf.Tensor>(name, inputs, attributes) : undefined;
