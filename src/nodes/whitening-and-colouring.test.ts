import { expect, test } from 'vitest';
import { expectClose } from '../runtime/testing/differences.ts';
import { at, each, made, type Numbers, scalar, sumOf } from '../runtime/testing/numbers.ts';
import { onWasm } from '../runtime/testing/on-wasm.ts';
import { computed, givenOf, inferAlone, layersOf, leafOf, lowerAlone } from './testing/alone.ts';
import { whiteningAndColouring } from './whitening-and-colouring.ts';

onWasm();

const given = givenOf({ content: [7, 9, 4], style: [8, 5, 4] });
const { content = scalar(0), style = scalar(0) } = given;

function transferred(strength: number): Promise<Numbers> {
  const { leaving } = lowerAlone(
    whiteningAndColouring,
    ir => ({
      content: { type: 'features', layers: { relu1_1: leafOf(ir, given, 'content') } },
      style: { type: 'features', layers: { relu1_1: leafOf(ir, given, 'style') } },
    }),
    { strength },
  );
  return computed(layersOf(leaving, 'features').relu1_1, given);
}

function meanOf(x: Numbers, of: (i: number, j: number) => number): number {
  const [h = 0, w = 0] = x.shape;
  return sumOf(h, i => sumOf(w, j => of(i, j))) / (h * w);
}

const means = (x: Numbers): Numbers => made([4], (c = 0) => meanOf(x, (i, j) => at(x, i, j, c)));

function covariance(x: Numbers): Numbers {
  const mean = means(x);
  return made([4, 4], (a = 0, b = 0) =>
    meanOf(x, (i, j) => (at(x, i, j, a) - at(mean, a)) * (at(x, i, j, b) - at(mean, b))),
  );
}

test('R7 the result has the style’s means and, but for the thousandth that is added, its covariance', async () => {
  const result = await transferred(1);
  expectClose(result && means(result), means(style));
  const [is, goal] = [covariance(result), covariance(style)];
  const largest = Math.max(...goal.data);
  for (const [index, value] of goal.data.entries()) {
    expect(Math.abs((is.data[index] ?? 0) - value)).toBeLessThan(0.01 * largest);
  }
});

test('content and style that are the same stay as they are: the roots are symmetric and turn nothing', async () => {
  const { leaving } = lowerAlone(whiteningAndColouring, ir => ({
    content: { type: 'features', layers: { relu1_1: leafOf(ir, given, 'content') } },
    style: { type: 'features', layers: { relu1_1: leafOf(ir, given, 'content') } },
  }));
  const same = await computed(layersOf(leaving, 'features').relu1_1, given);
  const apart = Math.max(...same.data.map((value, index) => Math.abs(value - (content.data[index] ?? 0))));
  expect(apart).toBeLessThan(1e-3);
});

test('strength 0 leaves the content as it is', async () => {
  expectClose(
    await transferred(0),
    each(content, value => value),
  );
});

test('R8 features that do not vary at all stay finite', async () => {
  const flat = { content: made([5, 5, 4], () => 0), style: made([5, 5, 4], () => 2) };
  const { leaving } = lowerAlone(whiteningAndColouring, ir => ({
    content: { type: 'features', layers: { relu1_1: leafOf(ir, flat, 'content') } },
    style: { type: 'features', layers: { relu1_1: leafOf(ir, flat, 'style') } },
  }));
  const result = await computed(layersOf(leaving, 'features').relu1_1, flat);
  expect(result.data.every(value => Math.abs(value - 2) < 1e-3)).toBe(true);
});

test('R8 a style of another encoder is refused', () => {
  const side = (from: string) => ({ type: 'features', from, layers: { relu1_1: [4, 4, 4] } }) as const;
  expect(inferAlone(whiteningAndColouring, { content: side('one'), style: side('other') })).toMatchObject({
    ok: false,
    reason: { port: 'style' },
  });
});
