/**
 * A small vocabulary for tests of the document: real-looking kinds that infer shapes and compute nothing.
 * The real ones stand above, in `src/nodes`, where the document's tests cannot see them.
 */
import { message } from '../../language/message.ts';
import { failure, success } from '../../language/result.ts';
import type { Text } from '../../language/text.ts';
import type { Arriving, Facts, NodeKind, Registry } from '../kind.ts';
import { noNetwork } from '../network.ts';
import { param } from '../parameter.ts';
import { many, optional, port } from '../port.ts';
import type { EncoderFacts, ImageShape, Stack, Wire } from '../wire.ts';

const same = (text: string): Text => ({ en: text, zh: text });
const said = { title: same('Title'), hint: same('Hint') };

type Declared = Pick<NodeKind, 'kind' | 'inputs' | 'outputs' | 'params' | 'infer'> & {
  readonly title: string;
  readonly version?: number;
};

const declare = ({ title, version = 1, ...rest }: Declared): NodeKind => ({
  ...rest,
  title: same(title),
  version,
  summary: same(''),
  documentation: same(''),
  formula: '',
  source: '',
});

const wireAt = (inputs: Arriving, name: string): Wire | undefined => {
  const arrived = inputs[name];
  return arrived && typeof arrived.type === 'string' ? (arrived as Wire) : undefined;
};

const shapeAt = (inputs: Arriving, name: string): ImageShape => {
  const wire = wireAt(inputs, name);
  return wire && 'shape' in wire ? wire.shape : [0, 0, 3];
};

const layersAt = (inputs: Arriving, name: string): Stack<readonly number[]> => {
  const wire = wireAt(inputs, name);
  return wire && 'layers' in wire ? wire.layers : {};
};

const image = declare({
  kind: 'image',
  title: 'Image',
  inputs: {},
  outputs: { image: port.image(same('Image')) },
  params: { source: param.image({ ...said, default: 'sample:lake' }) },
  infer: (_inputs, { source }, facts) => {
    const found = facts.image(String(source));
    if (!found.ok) return failure({ reason: found.reason, param: 'source' });
    return success({ image: { type: 'image', shape: [found.value.height, found.value.width, 3] } });
  },
});

const encoder = declare({
  kind: 'encoder',
  title: 'Encoder',
  inputs: {},
  outputs: { encoder: port.encoder(same('Encoder')) },
  params: {
    weights: param.encoder({ ...said, default: 'random:1' }),
    pooling: param.choice({ ...said, choices: { max: same('max'), average: same('average') } }),
  },
  infer: (_inputs, { weights, pooling }, facts) => {
    const found = facts.encoder(String(weights));
    if (!found.ok) return failure({ reason: found.reason, param: 'weights' });
    const wire = { type: 'encoder', encoder: found.value, padding: 'zero' } as const;
    return success({ encoder: { ...wire, pooling: pooling === 'average' ? 'average' : 'max' } });
  },
});

const layerTaps = declare({
  kind: 'layer-taps',
  title: 'Layer taps',
  inputs: { image: port.image(same('Image')), encoder: port.encoder(same('Encoder')) },
  outputs: { features: port.features(same('Features')) },
  params: { layers: param.layers({ ...said, default: ['relu1_1', 'relu2_1'] }) },
  infer: (inputs, { layers }) => {
    const [height, width] = shapeAt(inputs, 'image');
    const names = Array.isArray(layers) ? layers.map(String) : [];
    const shapes = names.map(name => [name, [height, width, 64] as const] as const);
    return success({
      features: { type: 'features', from: 'vgg', layers: Object.fromEntries(shapes) },
    });
  },
});

const gramMatrix = declare({
  kind: 'gram-matrix',
  title: 'Gram matrix',
  inputs: { features: port.features(same('Features')), mask: optional(port.mask(same('Mask'))) },
  outputs: { gram: port.statistics(same('Gram')) },
  params: {},
  infer: inputs => {
    const layers = Object.keys(layersAt(inputs, 'features')).map(name => [name, [64, 64]] as const);
    return success({
      gram: { type: 'statistics', from: 'vgg', statistic: 'gram', layers: Object.fromEntries(layers) },
    });
  },
});

const styleLoss = declare({
  kind: 'style-loss',
  title: 'Style loss',
  inputs: {
    statistics: port.statistics(same('Statistics')),
    target: port.statistics(same('Target')),
  },
  outputs: { loss: port.loss(same('Loss')) },
  params: {
    weight: param.live({ ...said, default: 1, min: 0, max: 1000 }),
    weights: param.weights({ ...said, over: 'layers' }),
  },
  infer: inputs => {
    const wanted = Object.keys(layersAt(inputs, 'statistics'));
    const missing = wanted.find(layer => !(layer in layersAt(inputs, 'target')));
    if (missing === undefined) return success({ loss: { type: 'loss', terms: wanted } });
    const reason = message('unknown-edge', { edge: missing });
    const fix = { label: message('fix-set', { path: '', value: '' }), port: 'target', param: 'layers' };
    return failure({ reason, port: 'target', fix: { ...fix, value: wanted } });
  },
});

const totalVariation = declare({
  kind: 'total-variation',
  title: 'Total variation',
  inputs: { image: port.image(same('Image')) },
  outputs: { loss: port.loss(same('Loss')) },
  params: { weight: param.live({ ...said, default: 1, min: 0, max: 10 }) },
  infer: () => success({ loss: { type: 'loss', terms: ['variation'] } }),
});

const weightedSum = declare({
  kind: 'weighted-sum',
  title: 'Weighted sum',
  inputs: { losses: many(port.loss(same('Losses'))) },
  outputs: { loss: port.loss(same('Loss')) },
  params: { weights: param.weights({ ...said, over: 'slots' }) },
  infer: ({ losses }) => {
    const slots = Object.entries((losses ?? {}) as Readonly<Record<string, Wire>>);
    const terms = slots.flatMap(([slot, wire]) =>
      wire.type === 'loss' ? wire.terms.map(term => `${slot}/${term}`) : [],
    );
    return success({ loss: { type: 'loss', terms } });
  },
});

const picture = declare({
  kind: 'picture',
  title: 'Picture',
  inputs: { start: port.image(same('Start')) },
  outputs: { picture: port.picture(same('Picture')) },
  params: { seed: param.integer({ ...said, default: 1, min: 0, max: 9999 }) },
  infer: inputs => success({ picture: { type: 'picture', shape: shapeAt(inputs, 'start') } }),
});

const optimiser = declare({
  kind: 'optimiser',
  title: 'Optimiser',
  version: 2,
  inputs: { picture: port.picture(same('Picture')), loss: port.loss(same('Loss')) },
  outputs: { result: port.result(same('Result')) },
  params: {
    iterations: param.integer({ ...said, default: 200, min: 1, max: 10_000 }),
    rate: param.live({ ...said, default: 0.02, min: 0, max: 1 }),
    clamp: param.flag({ ...said, default: true }),
  },
  infer: inputs => success({ result: { type: 'result', shape: shapeAt(inputs, 'picture') } }),
});

const output = declare({
  kind: 'output',
  title: 'Output',
  inputs: { image: port.image(same('Image')) },
  outputs: {},
  params: {},
  infer: () => success({}),
});

const kinds: readonly NodeKind[] = [
  image,
  encoder,
  layerTaps,
  gramMatrix,
  styleLoss,
  totalVariation,
  weightedSum,
  picture,
  optimiser,
  output,
];

export function registryOf(listed: readonly NodeKind[]): Registry {
  const byName = new Map(listed.map(kind => [kind.kind, kind]));
  return { kinds: listed, get: kind => byName.get(kind) };
}

export const testRegistry = registryOf(kinds);

const someEncoder: EncoderFacts = {
  hash: 'vgg',
  title: 'VGG',
  layers: [{ name: 'conv1_1', channels: 64 }],
  preprocessing: { factors: [1, 1, 1], offsets: [0, 0, 0], title: '' },
};

/** Every picture is 60 × 80, except that `file:` leads nowhere. */
export const testFacts: Facts = {
  image: reference =>
    reference.startsWith('file:')
      ? failure(message('unknown-edge', { edge: reference }))
      : success({ hash: reference, height: 60, width: 80 }),
  encoder: () => success(someEncoder),
  network: noNetwork,
};
