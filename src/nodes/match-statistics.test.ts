import { expect, test } from 'vitest';
import { expectClose } from '../runtime/testing/differences.ts';
import { at, both, each, made, type Numbers, scalar, sumOf } from '../runtime/testing/numbers.ts';
import { onWasm } from '../runtime/testing/on-wasm.ts';
import { matchStatistics } from './match-statistics.ts';
import { computed, givenOf, inferAlone, layersOf, leafOf, lowerAlone } from './testing/alone.ts';

onWasm();

const given = givenOf({ content: [5, 7, 3], style: [4, 3, 3], other: [6, 2, 3] }, 0, 4);
const { content = scalar(0), style = scalar(0), other = scalar(0) } = given;

function matched(params: Readonly<Record<string, number>>, second = false): Promise<Numbers> {
  const { leaving } = lowerAlone(
    matchStatistics,
    ir => {
      const stack = (name: string) =>
        ({ type: 'features', layers: { relu1_1: leafOf(ir, given, name) } }) as const;
      return { content: stack('content'), style: stack('style'), ...(second && { other: stack('other') }) };
    },
    params,
  );
  return computed(layersOf(leaving, 'features').relu1_1, given);
}

function statistics(x: Numbers, c: number): { mean: number; deviation: number } {
  const [h = 0, w = 0] = x.shape;
  const mean = sumOf(h, i => sumOf(w, j => at(x, i, j, c))) / (h * w);
  const variance = sumOf(h, i => sumOf(w, j => (at(x, i, j, c) - mean) ** 2)) / (h * w);
  return { mean, deviation: Math.sqrt(variance + 1e-5) };
}

/** AdaIN by loops. */
function adain(share: number): Numbers {
  return made(content.shape, (i = 0, j = 0, c = 0) => {
    const own = statistics(content, c);
    const [one, two] = [statistics(style, c), statistics(other, c)];
    const deviation = (1 - share) * one.deviation + share * two.deviation;
    const mean = (1 - share) * one.mean + share * two.mean;
    return (deviation * (at(content, i, j, c) - own.mean)) / own.deviation + mean;
  });
}

test('R7 the content’s features get the style’s means and deviations, whatever the two sizes', async () => {
  expectClose(await matched({}), adain(0));
});

test('strength mixes with the content’s own features, and 0 leaves them as they are', async () => {
  expectClose(
    await matched({ strength: 0.25 }),
    both(content, adain(0), (own, full) => 0.75 * own + 0.25 * full),
  );
  expectClose(
    await matched({ strength: 0 }),
    each(content, value => value),
  );
});

test('two styles are mixed by their statistics', async () => {
  expectClose(await matched({ mix: 0.3 }, true), adain(0.3));
});

const stack = (layers: Readonly<Record<string, readonly [number, number, number]>>, from = 'vgg') =>
  ({ type: 'features', from, layers }) as const;

test('R6 what leaves it has the shape of the content; the style may be of any size and have more layers', () => {
  const arriving = {
    content: stack({ relu4_1: [9, 14, 4] }),
    style: stack({ relu1_1: [64, 64, 2], relu4_1: [8, 8, 4] }),
  };
  expect(inferAlone(matchStatistics, arriving)).toEqual({
    ok: true,
    value: { features: stack({ relu4_1: [9, 14, 4] }) },
  });
});

test('R8 a style that is not tapped where the content is gets the fix of tapping it too', () => {
  const missing = { content: stack({ relu4_1: [9, 14, 4] }), style: stack({ relu1_1: [64, 64, 2] }) };
  expect(inferAlone(matchStatistics, missing)).toMatchObject({
    ok: false,
    reason: { port: 'style', fix: { param: 'layers', value: ['relu1_1', 'relu4_1'] } },
  });
  const foreign = { ...missing, style: stack({ relu4_1: [8, 8, 4] }, 'another') };
  expect(inferAlone(matchStatistics, foreign)).toMatchObject({
    ok: false,
    reason: { reason: { id: 'stack.other-encoder' } },
  });
});
