/**
 * What other systems set on the VGG-19 that they have. Their weights belong to the numbers of that network, which are
 * hundreds to thousands of times as large as those of VGG-19 lite, so the presets that bear their names have weights
 * restated for lite: each layer pulls there as it does on VGG-19. These are the weights as published; together with
 * the encoder they make a preset the system itself (docs/presets.md).
 */

export interface Published {
  /** Of `models/known-sources.ts`. */
  readonly encoder: string;
  /** As `--set` of the command line takes them. */
  readonly set: readonly { readonly path: string; readonly text: string }[];
}

const layers = ['relu1_1', 'relu2_1', 'relu3_1', 'relu4_1', 'relu5_1'];
const ofEachLayer = (weights: readonly number[]): string =>
  layers.map((layer, at) => `${layer}=${weights[at]}`).join(', ');

/** By the name of the preset. What is not here is as published on either encoder. */
export const asPublished: Readonly<Record<string, Published>> = {
  'neural-style': {
    encoder: 'vgg19-caffe',
    set: [
      { path: 'contentLoss.weight', text: '5' },
      { path: 'styleLoss.weight', text: '100' },
      { path: 'styleLoss.weights', text: ofEachLayer([1, 1, 1, 1, 1]) },
    ],
  },
  'gatys-pytorch': {
    encoder: 'vgg19-caffe',
    set: [
      { path: 'contentLoss.weight', text: '1' },
      { path: 'styleLoss.weight', text: '1000' },
      {
        path: 'styleLoss.weights',
        text: ofEachLayer([64, 128, 256, 512, 512].map(channels => 1 / channels ** 2)),
      },
    ],
  },
  'style-transfer-pytorch': { encoder: 'vgg19', set: [] },
  'tensorflow-tutorial': {
    encoder: 'vgg19-caffe',
    set: [
      { path: 'contentLoss.weight', text: '1e4' },
      { path: 'styleLoss.weight', text: '0.01' },
      { path: 'styleLoss.weights', text: ofEachLayer([0.2, 0.2, 0.2, 0.2, 0.2]) },
    ],
  },
};
