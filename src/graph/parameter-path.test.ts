import { describe, expect, test } from 'vitest';
import { say } from '../language/message.ts';
import { findParameter, setParameter } from './parameter-path.ts';
import { build } from './testing/build.ts';
import { testRegistry } from './testing/kinds.ts';

const document = build({
  content: 'image',
  vgg: 'encoder',
  taps: 'layer-taps',
  style: { kind: 'style-loss', weights: { relu2_1: 0.5 } },
  total: 'weighted-sum',
  adam: 'optimiser',
  odd: 'no-such-kind',
});

/** The value that the parameter at `path` gets from `text`, or the sentence that refuses it. */
function set(path: string, text: string): unknown {
  const edit = setParameter(document, testRegistry, path, text);
  if (!edit.ok) return edit.reason.map(({ reason }) => say(reason)).join('\n');
  return edit.value.type === 'set-parameter' ? edit.value.value : edit.value;
}

describe('a parameter is set by text', () => {
  test('as the edit that a page would make', () => {
    expect(setParameter(document, testRegistry, 'style.weight', '2.5')).toEqual({
      ok: true,
      value: { type: 'set-parameter', node: 'style', param: 'weight', value: 2.5 },
    });
  });

  test('read by what the parameter is', () => {
    expect(set('style.weight', '1e2')).toBe(100);
    expect(set('adam.iterations', ' 50 ')).toBe(50);
    expect(set('vgg.pooling', 'average')).toBe('average');
    for (const yes of ['yes', 'true', 'ON']) expect(set('adam.clamp', yes)).toBe(true);
    for (const no of ['no', 'False', 'off']) expect(set('adam.clamp', no)).toBe(false);
    expect(set('taps.layers', 'relu1_1, conv4_2')).toEqual(['relu1_1', 'conv4_2']);
    expect(set('taps.layers', '')).toEqual([]);
    expect(set('total.weights', 'style=2,smooth=0.1')).toEqual({ style: 2, smooth: 0.1 });
  });

  test('one weight among several, which stay', () => {
    expect(set('style.weights.relu1_1', '3')).toEqual({ relu1_1: 3, relu2_1: 0.5 });
    expect(set('total.weights.style', '0')).toEqual({ style: 0 });
  });

  test('of a picture or an encoder, which may be a bare path', () => {
    expect(set('content.source', 'sample:lake')).toBe('sample:lake');
    expect(set('content.source', 'photos/C: me.jpg')).toBe('file:photos/C: me.jpg');
    expect(set('vgg.weights', 'random:12')).toBe('random:12');
    expect(set('vgg.weights', 'models/vgg19')).toBe('folder:models/vgg19');
    expect(['lite', 'model:vgg19'].map(text => set('vgg.weights', text))).toEqual(['lite', 'model:vgg19']);
  });
});

describe('a text is refused', () => {
  test('where there is no such node or parameter, with a suggestion', () => {
    expect(set('stlye.weight', '1')).toBe('There is no node `stlye`. Did you mean `style`?');
    expect(set('style.wieght', '1')).toBe(
      '`style` (Style loss) has no parameter `wieght`. Did you mean `weight`?',
    );
    expect(set('adam.momentum', '1')).toBe(
      '`adam` (Optimiser) has no parameter `momentum`. It has `iterations`, `rate`, `clamp`.',
    );
    expect(set('odd.x', '1')).toMatch(/of the kind `no-such-kind`/);
    expect(set('toString.x', '1')).toMatch(/no node `toString`/);
  });

  test('where its path names no parameter, or more than there is', () => {
    for (const path of ['', '.', 'style', 'style.', '.weight']) {
      expect(set(path, '1')).toMatch(/should name a node and a parameter/);
    }
    expect(set('style.weight.relu1_1', '1')).toBe(
      '`style.weight` is a single value and has no part `relu1_1`.',
    );
  });

  test('where the parameter does not take it, with what it takes', () => {
    expect(set('style.weight', '-1')).toBe('`style.weight` should be a number from 0 to 1000; it is "-1".');
    for (const text of ['', 'much', 'NaN', '1,5', 'Infinity']) {
      expect(set('style.weight', text)).toMatch(/should be a number/);
    }
    expect(set('adam.iterations', '1.5')).toMatch(/a whole number from 1 to 10000/);
    expect(set('adam.clamp', 'maybe')).toMatch(/yes or no/);
    expect(set('vgg.pooling', 'mean')).toMatch(/one of: `max`, `average`/);
    expect(set('taps.layers', 'relu1_1 relu2_1')).toMatch(/a list of layers/);
    expect(set('style.weights.relu1_1', 'x')).toMatch(/a number from 0 to 1000000000; it is "x"/);
    for (const text of ['relu1_1', 'relu1_1=', '=3', 'a=1=2', 'a=x']) {
      expect(set('style.weights', text)).toMatch(/a weight from 0 to/);
    }
    expect(set('content.source', '')).toMatch(/a picture/);
    expect(set('vgg.weights', 'random:many')).toMatch(/an encoder/);
  });
});

test('a parameter is found with its declaration', () => {
  expect(findParameter(document, testRegistry, 'style.weights.relu1_1')).toMatchObject({
    ok: true,
    value: { node: 'style', param: 'weights', entry: 'relu1_1', parameter: { live: true } },
  });
});
