import { expect, test } from 'vitest';
import { say } from '../../src/language/message.ts';
import { checkTopology } from './keras-topology.ts';

const convolution = {
  name: 'block1_conv1',
  kernel_size: [3, 3],
  strides: [1, 1],
  dilation_rate: [1, 1],
  padding: 'same',
  activation: 'relu',
};
const pooling = { name: 'block1_pool', pool_size: [2, 2], strides: [2, 2], padding: 'valid' };

const layersWith = (changes: object, poolingChanges: object = {}) => [
  { class_name: 'InputLayer', config: { name: 'input_1' } },
  { class_name: 'Conv2D', config: { ...convolution, ...changes } },
  { class_name: 'AveragePooling2D', config: { ...pooling, ...poolingChanges } },
  { class_name: 'Dense', config: { name: 'fc1', activation: 'softmax' } },
];

const verdict = (topology: unknown): string => {
  const checked = checkTopology(topology, 'model.json');
  return checked.ok ? 'fine' : say(checked.reason);
};

test('VGG’s own layers are fine, however the model wraps them', () => {
  const layers = layersWith({});
  expect(verdict({ model_config: { config: { layers } } })).toBe('fine');
  expect(verdict({ model_config: { class_name: 'Sequential', config: layers } })).toBe('fine');
  expect(verdict({ class_name: 'Model', config: { layers } })).toBe('fine');
});

test('a model that says nothing of its layers is taken by its weights', () => {
  for (const topology of [
    undefined,
    null,
    7,
    {},
    { model_config: 'lost' },
    { config: { layers: [null, 3, {}] } },
  ]) {
    expect(verdict(topology)).toBe('fine');
  }
});

test('a layer that computes something else is named, with what differs', () => {
  const differs = (changes: object, poolingChanges?: object) =>
    verdict({ model_config: { config: { layers: layersWith(changes, poolingChanges) } } });
  expect(differs({ strides: [2, 2] })).toBe(
    'model.json: the layer block1_conv1 is not VGG’s: it has another strides.',
  );
  expect(differs({ dilation_rate: [2, 2] })).toMatch('dilation_rate');
  expect(differs({ padding: 'valid' })).toMatch('padding');
  expect(differs({ activation: 'tanh' })).toMatch('activation');
  expect(differs({ kernel_size: [5, 5] })).toMatch('kernel_size');
  expect(differs({}, { pool_size: [3, 3] })).toMatch('block1_pool is not VGG’s: it has another pool_size');
  expect(verdict({ config: { layers: [{ class_name: 'SeparableConv2D', config: convolution }] } })).toMatch(
    'class_name',
  );
});
