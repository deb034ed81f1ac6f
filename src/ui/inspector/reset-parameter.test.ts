import { expect, test } from 'vitest';
import { param } from '../../graph/parameter.ts';
import { isDefault } from './reset-parameter.ts';

const said = { title: { en: '', zh: '' }, hint: { en: '', zh: '' } };
const layers = param.layers({ ...said, default: ['relu1_1', 'relu2_1'] });
const weights = param.weights({ ...said, over: 'layers' });

test('layers in another order are still the default', () => {
  expect(isDefault(layers, ['relu2_1', 'relu1_1'])).toBe(true);
  expect(isDefault(layers, ['relu1_1'])).toBe(false);
});

test('weights are the default while there are none', () => {
  expect(isDefault(weights, {})).toBe(true);
  expect(isDefault(weights, { relu1_1: 0 })).toBe(false);
});
