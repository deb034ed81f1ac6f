import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { success } from '../../src/language/result.ts';
import { granted, refusal } from '../testing/outcome.ts';
import { bytesOf, jsonBytes, memoryFolder } from '../testing/tiny-model.ts';
import { openNetwork } from './open-network.ts';
import { readNetwork } from './read-network.ts';

type Config = Readonly<Record<string, unknown>>;
type Weights = Readonly<Record<string, readonly number[]>>;

const layer = (kind: string, name: string, config: Config = {}, of?: readonly string[]) => ({
  class_name: kind,
  config: { name, ...config },
  ...(of && { inbound_nodes: [of.map(from => [from, 0, 0, {}])] }),
});

/** A layers model with `weights` of these shapes, each number its position over eight. */
function model(kind: 'Sequential' | 'Functional', config: unknown, weights: Weights) {
  const size = (shape: readonly number[]) => shape.reduce((product, side) => product * side, 1);
  const numbers = Object.values(weights).flatMap(shape =>
    Array.from({ length: size(shape) }, (_, at) => (at % 9) / 8),
  );
  return new Map([
    [
      'model.json',
      jsonBytes({
        format: 'layers-model',
        modelTopology: { model_config: { class_name: kind, config } },
        weightsManifest: [
          {
            paths: ['a.bin'],
            weights: Object.entries(weights).map(([name, shape]) => ({ name, shape, dtype: 'float32' })),
          },
        ],
      }),
    ],
    ['a.bin', bytesOf(numbers)],
  ]);
}

const read = (folder: ReturnType<typeof model>) => readNetwork(memoryFolder(folder), 'mine');

/** A residual block between a convolution and its transpose. */
const residual = model(
  'Functional',
  {
    layers: [
      layer('InputLayer', 'picture'),
      layer('Conv2D', 'down', { strides: [2, 2], padding: 'same', activation: 'relu' }, ['picture']),
      layer('Conv2D', 'inner', { padding: 'same', use_bias: false }, ['down']),
      layer('BatchNormalization', 'norm', { epsilon: 0.25 }, ['inner']),
      layer('Add', 'sum', {}, ['norm', 'down']),
      layer('Dropout', 'drop', {}, ['sum']),
      layer('Conv2DTranspose', 'up', { strides: [2, 2], padding: 'same', activation: 'tanh' }, ['drop']),
    ],
    output_layers: [['up', 0, 0]],
  },
  {
    'down/kernel': [3, 3, 3, 4],
    'down/bias': [4],
    'inner/kernel': [3, 3, 4, 4],
    'norm/gamma': [4],
    'norm/beta': [4],
    'norm/moving_mean': [4],
    'norm/moving_variance': [4],
    'up/kernel': [3, 3, 3, 4],
    'up/bias': [3],
  },
);

describe('layers models', () => {
  test('become steps in their order, with activations, norms and branches', async () => {
    const { facts } = granted(await read(residual));
    expect(facts.steps.map(({ name, of, operation }) => [operation.type, name, ...of])).toEqual([
      ['convolution', 'down', 'input'],
      ['relu', 'down/relu', 'down'],
      ['convolution', 'inner', 'down/relu'],
      ['channel-affine', 'norm', 'inner'],
      ['add', 'sum', 'norm', 'down/relu'],
      ['transposed-convolution', 'up', 'sum'],
      ['tanh', 'up/tanh', 'up'],
    ]);
    const norm = facts.steps[3]?.operation;
    // γ/√(σ² + ε) and β − μ·that, of four numbers 0, ⅛, ¼, ⅜ each.
    const factor = (v: number) => v / Math.sqrt(v + 0.25);
    expect(norm?.type === 'channel-affine' && norm.factors).toEqual([0, 0.125, 0.25, 0.375].map(factor));
  });

  test('R1 the same steps and weights have the same hash, whatever they are called; another weight another', async () => {
    const one = granted(await read(residual)).facts.hash;
    const renamed = granted(await readNetwork(memoryFolder(residual), 'yours')).facts;
    expect(renamed).toMatchObject({ hash: one, title: 'yours' });
    const bytes = new Uint8Array(residual.get('a.bin') ?? []);
    bytes[3] = 64;
    const other = granted(await read(new Map(residual).set('a.bin', bytes)));
    expect(other.facts.hash).not.toBe(one);
  });

  test('a layer that cannot be run is named, with its kind', async () => {
    const lambda = model('Sequential', [layer('Lambda', 'secret')], { 'a/kernel': [1] });
    expect(refusal(await read(lambda))).toContain('a layer secret of the kind Lambda');
    const dilated = model('Sequential', [layer('Conv2D', 'a', { dilation_rate: [2, 2] })], {
      'a/kernel': [3, 3, 3, 3],
    });
    expect(refusal(await read(dilated))).toContain('Conv2D');
  });

  test('D5 a layer that takes what is not there, or weights of another shape, are refused', async () => {
    const loose = { layers: [layer('InputLayer', 'i'), layer('ReLU', 'a', {}, ['nobody'])] };
    expect(refusal(await read(model('Functional', loose, { x: [1] })))).toContain('a of mine');
    const bias = model('Sequential', [layer('Conv2D', 'a')], { 'a/kernel': [3, 3, 3, 3], 'a/bias': [5] });
    expect(refusal(await read(bias))).toContain('are 5 in size, where the network needs 3');
  });
});

const padded = {
  format: 'gramarye-network',
  schema: 1,
  title: { en: 'Mine', zh: '我的' },
  input: { type: 'image' },
  steps: [{ name: 'border', of: ['input'], operation: { type: 'pad', mode: 'reflect', amount: 2 } }],
  weightsManifest: [{ paths: ['a.bin'], weights: [] }],
};

const own = (change: object = {}) =>
  new Map([
    ['model.json', jsonBytes({ ...padded, ...change })],
    ['a.bin', new Uint8Array()],
  ]);

describe('Gramarye’s own form', () => {
  test('is read as it is written', async () => {
    const { facts } = granted(await read(own()));
    expect(facts).toMatchObject({ title: padded.title, input: padded.input, steps: padded.steps });
  });

  test('D5 an operation that there is none of, and a step that takes a later one, are refused', async () => {
    const steps = (operation: unknown, of: string) => own({ steps: [{ name: 'a', of: [of], operation }] });
    expect(refusal(await read(steps({ type: 'eval', code: '1' }, 'input')))).toContain('steps[0].operation');
    expect(refusal(await read(steps({ type: 'relu' }, 'a')))).toContain('does not stand before it');
  });
});

describe('archives', () => {
  const archive = (files: ReadonlyMap<string, Uint8Array>, folder = '') =>
    zipSync(Object.fromEntries([...files].map(([name, bytes]) => [folder + name, bytes])));

  test('hold what a folder holds, with or without the folder’s name', async () => {
    const hashes: string[] = [];
    for (const folder of ['', 'wave/']) {
      const bytes = archive(residual, folder);
      const opened = await openNetwork('file:a/wave.zip', { archive: async () => success(bytes) });
      expect(granted(opened).facts.title).toBe('wave');
      hashes.push(granted(opened).facts.hash);
    }
    expect(new Set(hashes).size).toBe(1);
  });

  test('D5 what is none, and one without a model, are refused', async () => {
    const open = (bytes: Uint8Array) => openNetwork('file:a.zip', { archive: async () => success(bytes) });
    expect(refusal(await open(new Uint8Array([1, 2, 3])))).toContain('no ZIP archive');
    expect(refusal(await open(archive(new Map([['x.txt', new Uint8Array(3)]]))))).toContain(
      'neither a model.json',
    );
  });
});

test('no network at all, and one that is not to be had, are told in words', async () => {
  expect(refusal(await openNetwork('none', {}))).toContain('No network is chosen');
  expect(refusal(await openNetwork('adain', {}))).toContain('cannot be opened here');
});
