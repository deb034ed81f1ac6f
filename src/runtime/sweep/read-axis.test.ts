import { describe, expect, test } from 'vitest';
import { build } from '../../graph/testing/build.ts';
import { testRegistry } from '../../graph/testing/kinds.ts';
import { say } from '../../language/message.ts';
import type { Language } from '../../language/text.ts';
import type { Axis } from './axis.ts';
import { readAxis } from './read-axis.ts';

const document = build({
  content: 'image',
  vgg: 'encoder',
  taps: 'layer-taps',
  style: { kind: 'style-loss', weights: { relu2_1: 0.5 } },
  adam: 'optimiser',
});

const read = (path: string, text: string) => readAxis(document, testRegistry, { path, text });

function axis(path: string, text: string): Axis {
  const result = read(path, text);
  if (!result.ok) throw new Error(refusal(path, text));
  return result.value;
}

function refusal(path: string, text: string, language: Language = 'en'): string {
  const result = read(path, text);
  return result.ok ? 'It was taken.' : result.reason.map(({ reason }) => say(reason, language)).join('\n');
}

const labels = (path: string, text: string) => axis(path, text).values.map(({ label }) => label);
const values = (path: string, text: string) => axis(path, text).values.map(({ value }) => value);

describe('an axis is written as a path and its values', () => {
  test('of a number, listed or in a range', () => {
    expect(values('style.weight', '1,10,1e2')).toEqual([1, 10, 100]);
    expect(values('style.weight', '0,log(1,100,3)')).toEqual([0, 1, 10, 100]);
    expect(labels('style.weight', '1.0,1e2')).toEqual(['1', '100']);
    expect(values('adam.iterations', 'lin(1,2,3)')).toEqual([1, 2]);
  });

  test('of one weight among several', () => {
    const { values: weights, live } = axis('style.weights.relu1_1', 'lin(0,1,3)');
    expect(weights.map(({ value }) => value)).toEqual([0, 0.5, 1]);
    expect(live).toBe(true);
  });

  test('of sets of layers or weights, with plus signs within', () => {
    expect(values('taps.layers', 'relu1_1, relu1_1 + relu2_1')).toEqual([
      ['relu1_1'],
      ['relu1_1', 'relu2_1'],
    ]);
    expect(labels('taps.layers', 'relu1_1 + relu2_1')).toEqual(['relu1_1+relu2_1']);
    expect(values('style.weights', 'relu1_1=1e+3+relu2_1=2,relu1_1=0')).toEqual([
      { relu1_1: 1000, relu2_1: 2 },
      { relu1_1: 0 },
    ]);
  });

  test('of choices, flags, pictures and encoders', () => {
    expect(values('vgg.pooling', 'max,average')).toEqual(['max', 'average']);
    expect(labels('adam.clamp', 'on,no')).toEqual(['yes', 'no']);
    expect(values('content.source', 'sample:lake,file:a\\, b.jpg')).toEqual(['sample:lake', 'file:a, b.jpg']);
    expect(values('vgg.weights', 'random:1,random:2')).toEqual(['random:1', 'random:2']);
  });

  test('with references as whoever asks reads them', () => {
    const result = readAxis(
      document,
      testRegistry,
      { path: 'content.source', text: 'cat.jpg' },
      (control, text) => `file:/${control}s/${text}`,
    );
    expect(result).toMatchObject({
      ok: true,
      value: { values: [{ label: 'cat.jpg', value: 'file:/images/cat.jpg' }] },
    });
  });

  test('and a value that stands twice counts once', () => {
    expect(values('style.weight', '1,10,1.0,1e1')).toEqual([1, 10]);
  });

  test('live or not, as the parameter is', () => {
    expect(axis('style.weight', '1').live).toBe(true);
    expect(axis('taps.layers', 'relu1_1').live).toBe(false);
  });
});

describe('an axis is refused', () => {
  test('where its path names nothing', () => {
    expect(refusal('stile.weight', '1')).toBe('There is no node `stile`. Did you mean `style`?');
    expect(refusal('style.wieght', '1')).toContain('Did you mean `weight`?');
  });

  test('where a value is not one that the parameter takes, with what it takes', () => {
    expect(refusal('style.weight', '1,-1')).toBe(
      '`style.weight` should be a number from 0 to 1000; it is "-1".',
    );
    expect(refusal('style.weight', 'log(1,1e6,3)')).toMatch(/from 0 to 1000; it is "1000000"/);
    expect(refusal('vgg.pooling', 'max,mean')).toContain('one of: `max`, `average`');
    expect(refusal('taps.layers', 'relu1')).toContain('a list of layers');
  });

  test('where a value is empty', () => {
    for (const text of ['', '1,,2', '1,']) expect(refusal('style.weight', text)).toContain('`1,10,100`');
    expect(refusal('taps.layers', 'relu1_1,')).toContain('`relu1_1,relu1_1+relu2_1`');
    expect(refusal('style.weight', '1,', 'zh')).toContain('`style.weight` 有一个空值');
  });

  test('where a range is not written rightly, with how it is written', () => {
    expect(refusal('style.weight', 'log(0,100,3)')).toMatch(/^`log\(0,100,3\)` is no range.*log\(1,1000,4\)/);
    expect(refusal('style.weight', 'lin(1,2)', 'zh')).toContain('不是 `style.weight` 的取值范围');
  });
});
