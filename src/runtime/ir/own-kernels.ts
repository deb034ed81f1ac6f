/** Names, among tfjs' kernels, of those that only some backends have: ours. */
import * as tf from '@tensorflow/tfjs-core';

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

/** Whether the backend that is open has it. */
export const hasKernel = (name: string): boolean => tf.getKernel(name, tf.getBackend()) !== undefined;
