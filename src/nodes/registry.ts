/** Every node kind there is. A new kind is one file and one line here. */
import type { Registry } from '../graph/kind.ts';
import type { LowerableKind } from '../runtime/compile/lowerable.ts';
import { activationLoss } from './activation-loss.ts';
import { addNoise } from './add-noise.ts';
import { adjust } from './adjust.ts';
import { blend } from './blend.ts';
import { contentLoss } from './content-loss.ts';
import { contextualLoss } from './contextual-loss.ts';
import { covariance } from './covariance.ts';
import { crop } from './crop.ts';
import { decoder } from './decoder.ts';
import { encoder } from './encoder.ts';
import { generator } from './generator.ts';
import { gramMatrix } from './gram-matrix.ts';
import { histogramLoss } from './histogram-loss.ts';
import { image } from './image.ts';
import { kernelLoss } from './kernel-loss.ts';
import { laplacianLoss } from './laplacian-loss.ts';
import { layerTaps } from './layer-taps.ts';
import { luminance } from './luminance.ts';
import { mask } from './mask.ts';
import { maskFeatures } from './mask-features.ts';
import { matchColours } from './match-colours.ts';
import { matchStatistics } from './match-statistics.ts';
import { meanAndDeviation } from './mean-and-deviation.ts';
import { mixStatistics } from './mix-statistics.ts';
import { multiScale } from './multi-scale.ts';
import { optimiser } from './optimiser.ts';
import { output } from './output.ts';
import { patchLoss } from './patch-loss.ts';
import { pattern } from './pattern.ts';
import { picture } from './picture.ts';
import { pixelLoss } from './pixel-loss.ts';
import { relaxedTransportLoss } from './relaxed-transport-loss.ts';
import { resize } from './resize.ts';
import { selfSimilarityLoss } from './self-similarity-loss.ts';
import { slicedWassersteinLoss } from './sliced-wasserstein-loss.ts';
import { styleLoss } from './style-loss.ts';
import { styleScale } from './style-scale.ts';
import { takeColours } from './take-colours.ts';
import { tile } from './tile.ts';
import { totalVariation } from './total-variation.ts';
import { turn } from './turn.ts';
import { wassersteinLoss } from './wasserstein-loss.ts';
import { weightedSum } from './weighted-sum.ts';
import { whiteningAndColouring } from './whitening-and-colouring.ts';

const kinds = [
  image,
  pattern,
  resize,
  styleScale,
  crop,
  turn,
  tile,
  adjust,
  addNoise,
  blend,
  luminance,
  matchColours,
  takeColours,
  mask,
  encoder,
  layerTaps,
  maskFeatures,
  gramMatrix,
  meanAndDeviation,
  covariance,
  mixStatistics,
  matchStatistics,
  whiteningAndColouring,
  decoder,
  generator,
  contentLoss,
  selfSimilarityLoss,
  styleLoss,
  wassersteinLoss,
  slicedWassersteinLoss,
  histogramLoss,
  kernelLoss,
  patchLoss,
  contextualLoss,
  relaxedTransportLoss,
  activationLoss,
  pixelLoss,
  laplacianLoss,
  totalVariation,
  weightedSum,
  picture,
  multiScale,
  optimiser,
  output,
];

const byName = new Map(kinds.map(kind => [kind.kind, kind]));

export const nodeKinds: Registry<LowerableKind> = { kinds, get: kind => byName.get(kind) };
