/** Which kind has which face: a file for each kind beside this one, and one line here. */
import { encoder } from './encoder.tsx';
import type { FaceOfKind } from './face.ts';
import { featureTransfer } from './feature-transfer.tsx';
import { covariance, gramMatrix } from './gram-matrix.tsx';
import { image } from './image.tsx';
import { imageMaker } from './image-maker.tsx';
import { layerTaps } from './layer-taps.tsx';
import { layeredLoss, plainLoss } from './loss.tsx';
import { madePicture } from './made-picture.tsx';
import { mask } from './mask.tsx';
import { multiScale } from './multi-scale.tsx';
import { optimiser } from './optimiser.tsx';
import { output } from './output.tsx';
import { picture } from './picture.tsx';
import { plain } from './plain.tsx';
import { resize } from './resize.tsx';
import { weightedSum } from './weighted-sum.tsx';

const faces: Readonly<Record<string, FaceOfKind>> = {
  image,
  resize,
  pattern: imageMaker('pattern'),
  'style-scale': imageMaker('factor'),
  crop: imageMaker(),
  turn: imageMaker('turn'),
  tile: imageMaker(),
  adjust: imageMaker('contrast'),
  'add-noise': imageMaker('amount'),
  blend: imageMaker('amount'),
  luminance: imageMaker(),
  'match-colours': imageMaker('amount'),
  'take-colours': imageMaker(),
  mask,
  encoder,
  'layer-taps': layerTaps,
  'gram-matrix': gramMatrix,
  covariance,
  'match-statistics': featureTransfer,
  'whitening-and-colouring': featureTransfer,
  decoder: madePicture,
  generator: madePicture,
  'content-loss': layeredLoss,
  'style-loss': layeredLoss,
  'self-similarity-loss': layeredLoss,
  'wasserstein-loss': layeredLoss,
  'sliced-wasserstein-loss': layeredLoss,
  'histogram-loss': layeredLoss,
  'kernel-loss': layeredLoss,
  'patch-loss': layeredLoss,
  'contextual-loss': layeredLoss,
  'relaxed-transport-loss': layeredLoss,
  'activation-loss': layeredLoss,
  'pixel-loss': plainLoss,
  'laplacian-loss': plainLoss,
  'total-variation': plainLoss,
  'weighted-sum': weightedSum,
  picture,
  'multi-scale': multiScale,
  optimiser,
  output,
};

/** Kinds without a face of their own show their sockets alone. */
export const faceOf = (kind: string): FaceOfKind =>
  (Object.hasOwn(faces, kind) ? faces[kind] : undefined) ?? plain;
