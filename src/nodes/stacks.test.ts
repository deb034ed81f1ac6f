import { expect, test } from 'vitest';
import { message } from '../language/message.ts';
import { eachLayer, refuseStack } from './stacks.ts';

const side = (from: string, ...layers: string[]) => ({
  from,
  layers: Object.fromEntries(layers.map(layer => [layer, [1, 1, 4]])),
});

test('a stack is mapped layer by layer, in its order, each by its name', () => {
  const mapped = eachLayer({ relu2_1: 2, relu1_1: 1 }, (entry, layer) => `${layer} ${entry}`);
  expect(Object.entries(mapped)).toEqual([
    ['relu2_1', 'relu2_1 2'],
    ['relu1_1', 'relu1_1 1'],
  ]);
});

test('two stacks compare where the picture has every layer of the target', () => {
  expect(refuseStack(side('vgg', 'relu1_1', 'relu2_1'), side('vgg', 'relu2_1'), 'features')).toBeUndefined();
});

test('they do not where it lacks one: the fix taps that, too', () => {
  expect(refuseStack(side('vgg', 'relu1_1'), side('vgg', 'relu1_1', 'relu2_1'), 'features')).toEqual({
    reason: message('stack.missing', { layers: 'relu2_1', count: 1 }),
    port: 'features',
    fix: {
      label: message('stack.tap-too', { layers: 'relu2_1' }),
      port: 'features',
      param: 'layers',
      value: ['relu1_1', 'relu2_1'],
    },
  });
});

test('another encoder comes first: with it, more layers would not help', () => {
  const refusal = refuseStack(side('vgg', 'relu1_1'), side('other', 'relu2_1'), 'features');
  expect(refusal).toEqual({ reason: message('stack.other-encoder'), port: 'features' });
});
