/**
 * tfjs' name for a kernel that convolves what a mask lets pass: `x` and `mask` [1, H, W, C] with `filter`
 * [3, 3, C, D], stride 1, `pad` zeros around. Only some backends have it.
 */
export const maskedConvolution = 'MaskedConv2D';
