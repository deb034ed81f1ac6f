import { expect, test } from 'vitest';
import { allOn, blocksOf, shortNames, sideOf, sidesOf, toggled, turned, usualLayers } from './layer-set.ts';

const style = ['relu1_1', 'relu3_1'];

test('the strip has the blocks of VGG-19 to conv5_1', () =>
  expect(blocksOf(usualLayers, []).map(block => block.length)).toEqual([2, 2, 4, 4, 1]));

test('a chosen layer that the encoder lacks is on the strip, to be switched off', () =>
  expect(blocksOf(['conv1_1'], ['relu5_4'])).toEqual([['1_1'], ['5_4']]));

test('a layer is switched on at its place and off again', () => {
  const more = toggled(style, '2_1', 'relu');
  expect(more).toEqual(['relu1_1', 'relu2_1', 'relu3_1']);
  expect(toggled(more, '2_1', 'relu')).toEqual(style);
});

test('a layer is taken on the other side of its ReLU', () => {
  expect(turned(style, '3_1')).toEqual(['relu1_1', 'conv3_1']);
  expect(turned(style, '4_1')).toEqual(['relu1_1', 'relu3_1', 'relu4_1']);
  expect(sidesOf(turned(style, '3_1'), '3_1')).toEqual(['conv']);
});

test('all layers go to one side together', () => {
  expect(sideOf(style)).toBe('relu');
  expect(sideOf(['relu1_1', 'conv2_1'])).toBeUndefined();
  expect(allOn(['relu1_1', 'conv1_1', 'conv2_1'], 'relu')).toEqual(['relu1_1', 'relu2_1']);
});

test('the names of a set are said in short', () =>
  expect(shortNames(['relu1_1', 'relu2_1', 'conv4_2'])).toBe('relu 1_1  2_1  conv 4_2'));
