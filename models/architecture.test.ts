import { describe, expect, test } from 'vitest';
import { say } from '../src/language/message.ts';
import {
  architectureTitle,
  checkArchitecture,
  kerasOfLayer,
  layerOfKeras,
  layersOf,
  reluOfLayer,
  startsBlock,
  vgg19Convolutions,
  vggChannels,
} from './architecture.ts';

type Shapes = Record<string, number[]>;

const narrow: Shapes = {
  'conv1_1/kernel': [3, 3, 3, 4],
  'conv1_1/bias': [4],
  'conv1_2/kernel': [3, 3, 4, 5],
  'conv1_2/bias': [5],
  'conv2_1/kernel': [3, 3, 5, 6],
  'conv2_1/bias': [6],
};

const refusal = (shapes: Shapes): string => {
  const checked = checkArchitecture(new Map(Object.entries(shapes)), 'model.json');
  return checked.ok ? 'accepted' : say(checked.reason);
};

const without = (...names: string[]): Shapes =>
  Object.fromEntries(Object.entries(narrow).filter(([name]) => !names.some(start => name.startsWith(start))));

describe('names', () => {
  test('a layer is called as papers do, as Keras does and by its ReLU', () => {
    expect(layerOfKeras('block3_conv1')).toBe('conv3_1');
    expect(kerasOfLayer('conv3_1')).toBe('block3_conv1');
    expect(reluOfLayer('conv3_1')).toBe('relu3_1');
  });

  test('layers that VGG does not have have no name', () => {
    for (const name of [
      'block0_conv1',
      'block6_conv1',
      'block1_conv5',
      'fc1',
      'xblock1_conv1',
      'block1_conv12',
    ]) {
      expect(layerOfKeras(name), name).toBeUndefined();
    }
  });

  test('a pooling stands before the first layer of each block but the first', () => {
    expect(['conv1_1', 'conv1_2', 'conv2_1', 'conv5_1', 'conv5_4'].map(startsBlock)).toEqual([
      false,
      false,
      true,
      true,
      false,
    ]);
  });
});

describe('titles', () => {
  test('published networks are recognised by layers and widths', () => {
    expect(architectureTitle(layersOf(vgg19Convolutions, vggChannels))).toBe('VGG-19 to conv5_1');
    expect(architectureTitle(layersOf([2, 2, 3, 3, 3], vggChannels))).toBe('VGG-16 to conv5_3');
    expect(architectureTitle(layersOf(vgg19Convolutions, [16, 32, 64, 128, 128]))).toBe(
      'VGG-shaped to conv5_1',
    );
  });
});

describe('the check', () => {
  test('finds the layers shallow to deep, whatever the order and the widths', () => {
    const checked = checkArchitecture(new Map(Object.entries(narrow).reverse()), 'model.json');
    expect(checked).toEqual({
      ok: true,
      value: [
        { name: 'conv1_1', channels: 4 },
        { name: 'conv1_2', channels: 5 },
        { name: 'conv2_1', channels: 6 },
      ],
    });
  });

  test('names the file, the layer and what is wrong', () => {
    expect(refusal({})).toMatch('model.json has none of VGG’s convolutions');
    expect(refusal(without('conv1_1'))).toBe('model.json has conv1_2 but not conv1_1 before it.');
    expect(refusal(without('conv1_'))).toBe('model.json has conv2_1 but not conv1_1 before it.');
    expect(refusal({ ...without('conv2'), 'conv3_1/bias': [4] })).toMatch('has conv3_1 but not conv2_1');
    expect(refusal(without('conv1_2/bias'))).toBe('model.json: conv1_2 has a kernel but no bias.');
    expect(refusal(without('conv1_2/kernel'))).toBe('model.json: conv1_2 has a bias but no kernel.');
    expect(refusal({ ...narrow, 'conv1_2/kernel': [3, 3, 5, 5] })).toBe(
      'model.json: the kernel of conv1_2 is 3×3×5×5, but must be 3×3×4 and its number of channels.',
    );
    expect(refusal({ ...narrow, 'conv1_1/kernel': [3, 3, 1, 4] })).toMatch('must be 3×3×3 ');
    expect(refusal({ ...narrow, 'conv2_1/kernel': [5, 5, 5, 6] })).toMatch('conv2_1 is 5×5×5×6');
    expect(refusal({ ...narrow, 'conv2_1/kernel': [3, 3, 5, 0] })).toMatch('conv2_1 is 3×3×5×0');
    expect(refusal({ ...narrow, 'conv2_1/kernel': [3, 3, 5, 9000] })).toMatch('9000 channels; at most 4096');
    expect(refusal({ ...narrow, 'conv2_1/bias': [7] })).toBe(
      'model.json: the bias of conv2_1 is 7, but its kernel has 6 channels.',
    );
  });
});
