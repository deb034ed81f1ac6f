/**
 * What the help shows of a kind of node: a few small pictures side by side, each painted by a graph. Parts of graphs
 * that most of them need are written here once; a wire is `from.port → to.port`, as in tests.
 */
import type { GraphDocument, ParameterValue } from '../../src/graph/document.ts';
import { build } from '../../src/graph/testing/build.ts';

type Nodes = Parameters<typeof build>[0];

/** Graphs whose outputs, in the order of their nodes, stand side by side. */
export type Illustration = readonly GraphDocument[];

/** Pixels of one picture on its longer side. */
export const size = 192;

const picture = (name: string, longSide = size): Nodes => ({
  [name]: { kind: 'image', source: `sample:${samples[name] ?? name}` },
  [`${name}Size`]: { kind: 'resize', size: longSide },
});

/** What the samples are for here. */
const samples: Readonly<Record<string, string>> = {
  photo: 'mountain-lake',
  town: 'old-town',
  bust: 'marble-bust',
  style: 'night-sky',
  other: 'stained-glass',
};

const sized = (...names: string[]) => names.map(name => `${name}.image → ${name}Size.image`);

/** The samples themselves, as they go in. */
export const shown = (...names: string[]): GraphDocument =>
  build(
    Object.assign({}, ...names.map(name => ({ ...picture(name), [`${name}Out`]: 'output' }))),
    names.flatMap(name => [...sized(name), `${name}Size.image → ${name}Out.image`]),
  );

/** What a node makes of the photograph, and of what else its inputs are named after. */
export function made(
  node: { readonly kind: string } & Readonly<Record<string, ParameterValue>>,
  inputs: Readonly<Record<string, string>> = { image: 'photo' },
): GraphDocument {
  const names = [...new Set(Object.values(inputs))];
  return build({ ...Object.assign({}, ...names.map(name => picture(name))), node, output: 'output' }, [
    ...sized(...names),
    // What is taken pixel by pixel has one size.
    ...names.slice(1).map(name => `${names[0]}Size.image → ${name}Size.like`),
    ...Object.entries(inputs).map(([port, name]) => `${name}Size.image → node.${port}`),
    'node.image → output.image',
  ]);
}

export const shallow = ['relu1_1', 'relu2_1', 'relu3_1', 'relu4_1'];
export const deep = ['relu3_1', 'relu4_1'];

interface Painting {
  /** Where the picture begins. */
  readonly from?: 'photo' | 'noise';
  readonly iterations?: number;
  readonly optimiser?: Readonly<Record<string, ParameterValue>>;
  readonly encoder?: Readonly<Record<string, ParameterValue>>;
  /** Of the picture that is painted and of the style. */
  readonly layers?: readonly string[];
  readonly contentLayers?: readonly string[];
  readonly contentWeight?: number;
  readonly longSide?: number;
  /** Nodes and wires beside them; a loss is wired to `total.terms/NAME`. */
  readonly nodes?: Nodes;
  readonly wires?: readonly string[];
}

/**
 * A painting: photograph and style at their taps (`contentTaps`, `styleTaps`, `otherTaps` of a second style), the
 * picture at its (`pictureTaps`), a content loss unless its weight is 0, and whatever losses are added.
 */
export function painted({
  from = 'photo',
  iterations = 120,
  optimiser = {},
  encoder = {},
  layers = shallow,
  contentLayers = ['relu4_1'],
  contentWeight = 2,
  longSide = size,
  nodes = {},
  wires = [],
}: Painting): GraphDocument {
  const taps = [...new Set([...layers, ...contentLayers])].sort();
  return build(
    {
      ...picture('photo', longSide),
      ...picture('style', longSide),
      ...picture('other', longSide),
      encoder: { kind: 'encoder', pooling: 'average', ...encoder },
      contentTaps: { kind: 'layer-taps', layers: [...contentLayers] },
      styleTaps: { kind: 'layer-taps', layers: [...layers] },
      otherTaps: { kind: 'layer-taps', layers: [...layers] },
      pictureTaps: { kind: 'layer-taps', layers: taps },
      picture: { kind: 'picture', noise: from === 'noise' ? 1 : 0 },
      content: { kind: 'content-loss', weight: contentWeight },
      total: 'weighted-sum',
      optimiser: { kind: 'optimiser', iterations, ...optimiser },
      output: 'output',
      ...nodes,
    },
    [
      ...sized('photo', 'style', 'other'),
      'photoSize.image → contentTaps.image',
      'styleSize.image → styleTaps.image',
      'otherSize.image → otherTaps.image',
      'photoSize.image → picture.start',
      'picture.picture → pictureTaps.image',
      ...['content', 'style', 'other', 'picture'].map(side => `encoder.encoder → ${side}Taps.encoder`),
      'pictureTaps.features → content.features',
      'contentTaps.features → content.target',
      ...(contentWeight > 0 ? ['content.loss → total.terms/content'] : []),
      'picture.picture → optimiser.picture',
      'total.loss → optimiser.loss',
      'optimiser.result → output.image',
      ...wires,
    ],
  );
}

/** A painting whose style is compared by its statistics: `kind`'s, at its `port`. */
export const byStatistics = (kind: string, port: string, options: Painting = {}): GraphDocument =>
  painted({
    ...options,
    nodes: {
      ofStyle: kind,
      ofPicture: kind,
      match: { kind: 'style-loss', weight: 20 },
      ...options.nodes,
    },
    wires: [
      'styleTaps.features → ofStyle.features',
      'pictureTaps.features → ofPicture.features',
      `ofPicture.${port} → match.statistics`,
      `ofStyle.${port} → match.target`,
      'match.loss → total.terms/style',
      ...(options.wires ?? []),
    ],
  });

/** A painting whose style is compared by a loss over features. */
export const byFeatures = (
  loss: { readonly kind: string } & Readonly<Record<string, ParameterValue>>,
  options: Painting = {},
): GraphDocument =>
  painted({
    ...options,
    nodes: { match: loss },
    wires: [
      'pictureTaps.features → match.features',
      'styleTaps.features → match.target',
      'match.loss → total.terms/style',
    ],
  });

/** The style alone, from noise. */
export const texture = { from: 'noise', contentWeight: 0 } as const;
