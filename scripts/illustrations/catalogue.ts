/** What is painted for each kind of node; the words below it are in src/ui/help/illustrations/captions.ts. */
import {
  byFeatures,
  byStatistics,
  deep,
  type Illustration,
  made,
  painted,
  shown,
  texture,
} from './illustration.ts';

const gatys = byStatistics('gram-matrix', 'gram');
const gram = (options: Parameters<typeof byStatistics>[2]) => byStatistics('gram-matrix', 'gram', options);

/** A photograph rebuilt of one layer's features. */
const rebuilt = (layer: string) =>
  painted({ from: 'noise', layers: [layer], contentLayers: [layer], contentWeight: 1, iterations: 200 });

/** What a decoder makes of photograph and style at relu4_1, by a node that brings them together. */
const inOnePass = (kind: string, strength: number) =>
  painted({
    iterations: 1,
    layers: ['relu4_1'],
    nodes: { match: { kind, strength }, decoder: 'decoder' },
    wires: [
      'contentTaps.features → match.content',
      'styleTaps.features → match.style',
      'match.features → decoder.features',
      'decoder.image → output.image',
    ],
  });

export const illustrations: Readonly<Record<string, Illustration>> = {
  // Images
  image: [shown('photo', 'town', 'bust')],
  pattern: ['clouds', 'waves', 'checks'].map((pattern, at) =>
    made({ kind: 'pattern', pattern, palette: ['ink', 'sea', 'fire'][at] ?? 'ink' }, {}),
  ),
  resize: [shown('photo'), made({ kind: 'resize', size: 24 })],
  'style-scale': [gram(texture), scaledTexture(0.5)],
  crop: [shown('photo'), made({ kind: 'crop', left: 0.05, top: 0.2, width: 0.4, height: 0.4 })],
  turn: [shown('photo'), made({ kind: 'turn', mirror: 'sideways' }), made({ kind: 'turn', turn: 'half' })],
  tile: [shown('other'), made({ kind: 'tile' }, { image: 'other' })],
  adjust: [
    shown('photo'),
    made({ kind: 'adjust', saturation: 1.8, contrast: 1.2 }),
    made({ kind: 'adjust', hue: 120 }),
  ],
  'add-noise': [shown('photo'), made({ kind: 'add-noise', amount: 0.3 })],
  blend: [
    shown('photo', 'style'),
    made({ kind: 'blend', mode: 'overlay', amount: 0.8 }, { under: 'photo', over: 'style' }),
  ],
  luminance: [shown('photo'), made({ kind: 'luminance' })],
  'match-colours': [
    shown('style', 'photo'),
    made({ kind: 'match-colours' }, { image: 'style', like: 'photo' }),
  ],
  'take-colours': [
    shown('style', 'photo'),
    made({ kind: 'take-colours' }, { image: 'style', colours: 'photo' }),
  ],
  mask: [shown('photo'), masked()],

  // Encoder and statistics
  encoder: [
    gram({ ...texture, encoder: { weights: 'lite' } }),
    gram({ ...texture, encoder: { weights: 'random:1' } }),
  ],
  'layer-taps': [rebuilt('relu2_1'), rebuilt('relu3_1'), rebuilt('relu4_1')],
  'mask-features': [shown('style'), maskedTexture()],
  'gram-matrix': [shown('style'), gram(texture)],
  'mean-and-deviation': [shown('style'), byStatistics('mean-and-deviation', 'moments', texture)],
  covariance: [shown('style'), byStatistics('covariance', 'covariance', texture)],
  'mix-statistics': [gram(texture), mixedTexture(), mixedTexture(1)],

  // Losses
  'content-loss': [shown('photo'), rebuilt('relu3_2')],
  'style-loss': [shown('photo'), gatys],
  'wasserstein-loss': [shown('photo'), byFeatures({ kind: 'wasserstein-loss', weight: 20 })],
  'sliced-wasserstein-loss': [shown('photo'), byFeatures({ kind: 'sliced-wasserstein-loss', weight: 20 })],
  'histogram-loss': [shown('photo'), byFeatures({ kind: 'histogram-loss', weight: 20 })],
  'kernel-loss': [shown('photo'), byFeatures({ kind: 'kernel-loss', weight: 20 }, { layers: deep })],
  'patch-loss': [shown('photo'), byFeatures({ kind: 'patch-loss', weight: 10 }, { layers: deep })],
  'contextual-loss': [shown('photo'), byFeatures({ kind: 'contextual-loss', weight: 5 }, { layers: deep })],
  'relaxed-transport-loss': [
    shown('photo'),
    byFeatures({ kind: 'relaxed-transport-loss', weight: 10 }, { layers: deep }),
  ],
  'self-similarity-loss': [shown('photo'), keptBySimilarity()],
  'laplacian-loss': [
    gram({ contentWeight: 0 }),
    gram({ contentWeight: 0, ...keptByImage('laplacian-loss', 5000) }),
  ],
  'pixel-loss': [gram({ contentWeight: 0 }), gram({ contentWeight: 0, ...keptByImage('pixel-loss', 1000) })],
  'activation-loss': [excited(3), excited(17), excited(24)],
  'total-variation': [rebuilt('relu3_1'), smoothed()],

  // Painting
  picture: [gram({ from: 'photo', iterations: 40 }), gram({ from: 'noise', iterations: 40 })],
  'weighted-sum': [gram({ contentWeight: 40 }), gram({ contentWeight: 4 }), gram({ contentWeight: 0.4 })],
  'multi-scale': [gram({}), inSteps()],
  optimiser: [5, 20, 100].map(iterations => gram({ iterations })),
  output: [gatys],

  // In one pass
  'match-statistics': [inOnePass('match-statistics', 0.5), inOnePass('match-statistics', 1)],
  'whitening-and-colouring': [
    inOnePass('whitening-and-colouring', 0.5),
    inOnePass('whitening-and-colouring', 1),
  ],
  decoder: [inOnePass('match-statistics', 0), inOnePass('match-statistics', 1)],
};

function scaledTexture(factor: number) {
  return gram({
    ...texture,
    nodes: {
      smaller: { kind: 'style-scale', factor },
      smallerTaps: { kind: 'layer-taps', layers: ['relu1_1', 'relu2_1', 'relu3_1', 'relu4_1'] },
      ofStyle: 'gram-matrix',
    },
    wires: [
      'styleSize.image → smaller.image',
      'smaller.image → smallerTaps.image',
      'encoder.encoder → smallerTaps.encoder',
      'smallerTaps.features → ofStyle.features',
    ],
  });
}

/** The style where the photograph is bright. */
function masked() {
  return painted({
    iterations: 1,
    nodes: {
      mask: { kind: 'mask', low: 0.45, feather: 0.03 },
      blend: { kind: 'blend', amount: 1 },
    },
    wires: [
      'photoSize.image → styleSize.like',
      'photoSize.image → mask.image',
      'photoSize.image → blend.under',
      'styleSize.image → blend.over',
      'mask.mask → blend.mask',
      'blend.image → output.image',
    ],
  });
}

function maskedTexture() {
  return gram({
    ...texture,
    nodes: { mask: { kind: 'mask', low: 0.45, feather: 0.03 }, part: 'mask-features' },
    wires: [
      'styleSize.image → mask.image',
      'styleTaps.features → part.features',
      'mask.mask → part.mask',
      'part.features → ofStyle.features',
    ],
  });
}

function mixedTexture(share = 0.5) {
  return gram({
    ...texture,
    nodes: { ofOther: 'gram-matrix', mix: { kind: 'mix-statistics', share } },
    wires: [
      'otherTaps.features → ofOther.features',
      'ofStyle.gram → mix.first',
      'ofOther.gram → mix.second',
      'mix.statistics → match.target',
    ],
  });
}

/** The style's Gram matrices, and the content by how alike its places are. */
function keptBySimilarity() {
  return gram({
    contentWeight: 0,
    nodes: { similar: { kind: 'self-similarity-loss', weight: 10 } },
    wires: [
      'pictureTaps.features → similar.features',
      'contentTaps.features → similar.target',
      'similar.loss → total.terms/similar',
    ],
  });
}

function keptByImage(kind: string, weight: number) {
  return {
    nodes: { kept: { kind, weight } },
    wires: ['picture.picture → kept.image', 'photoSize.image → kept.target', 'kept.loss → total.terms/kept'],
  };
}

/** A picture that excites one channel of relu4_1. */
function excited(channel: number) {
  return painted({
    from: 'noise',
    layers: ['relu4_1'],
    contentWeight: 0,
    nodes: {
      excite: { kind: 'activation-loss', channel, weight: 1 },
      variation: { kind: 'total-variation', weight: 2 },
    },
    wires: [
      'pictureTaps.features → excite.features',
      'excite.loss → total.terms/excite',
      'picture.picture → variation.image',
      'variation.loss → total.terms/variation',
    ],
  });
}

function smoothed() {
  return painted({
    from: 'noise',
    layers: ['relu3_1'],
    contentLayers: ['relu3_1'],
    contentWeight: 1,
    iterations: 200,
    nodes: { variation: { kind: 'total-variation', weight: 3 } },
    wires: ['picture.picture → variation.image', 'variation.loss → total.terms/variation'],
  });
}

function inSteps() {
  return gram({
    nodes: { scales: { kind: 'multi-scale', smallest: 64 } },
    wires: [
      'picture.picture → scales.picture',
      'scales.picture → pictureTaps.image',
      'scales.picture → optimiser.picture',
    ],
  });
}
