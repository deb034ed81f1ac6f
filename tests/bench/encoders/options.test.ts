import { expect, test } from 'vitest';
import { parseOptions } from './options.ts';
import { pairs } from './pairs.ts';

const refusal = (...given: string[]) => {
  const parsed = parseOptions(given);
  return parsed.ok ? 'accepted' : parsed.reason;
};

test('without options all pairs are painted, as VGG-19 was trained', () => {
  expect(parseOptions([])).toEqual({
    ok: true,
    value: { pairs: 6, iterations: 100, pooling: 'max', backend: 'wasm', encoders: [] },
  });
});

test('every option is taken, encoders as often as they are named', () => {
  const given =
    '--pairs 2 --iterations 5 --pooling average --backend webgpu --vgg19 a --encoder b --encoder c';
  expect(parseOptions([...given.split(' '), '--out', 'd'])).toEqual({
    ok: true,
    value: {
      pairs: 2,
      iterations: 5,
      pooling: 'average',
      backend: 'webgpu',
      vgg19: 'a',
      encoders: ['b', 'c'],
      out: 'd',
    },
  });
});

test('what cannot be is refused by its name', () => {
  expect(refusal('--pairs', '7')).toBe('--pairs takes a whole number from 1 to 6, not 7.');
  expect(refusal('--iterations', 'many')).toBe('--iterations takes a whole number from 1, not many.');
  expect(refusal('--pooling', 'median')).toBe('--pooling takes max or average, not median.');
  expect(refusal('--backend', 'cpu')).toBe('--backend takes wasm or webgpu, not cpu.');
  expect(refusal('--speed')).toMatch('--speed');
});

test('each photograph is painted once, in the manner of six different paintings', () => {
  expect(new Set(pairs.map(({ content }) => content)).size).toBe(6);
  expect(new Set(pairs.map(({ style }) => style)).size).toBe(6);
});
