import { expect, test } from 'vitest';
import { build } from '../graph/testing/build.ts';
import { message } from '../language/message.ts';
import { at, scalar } from '../runtime/testing/numbers.ts';
import { onWasm } from '../runtime/testing/on-wasm.ts';
import { givenOf, inferAlone, leafOf, lossesOf, lowerAlone, meanSquare, termsOf } from './testing/alone.ts';
import { expectTrueGradient, oneStep } from './testing/check-gradient.ts';
import { validated } from './testing/trial.ts';
import { totalVariation } from './total-variation.ts';

onWasm();

const given = givenOf({ picture: [5, 7, 3] });
const { leaving } = lowerAlone(totalVariation, ir => ({
  image: { type: 'image', value: leafOf(ir, given, 'picture') },
}));

test('R7 total variation is the mean square of the steps to the right plus that of the steps down', async () => {
  const { picture = scalar(0) } = given;
  const steps = (rows: number, columns: number, di: number, dj: number) =>
    Array.from({ length: rows * columns * 3 }, (_, index) => {
      const [i, j, c] = [Math.floor(index / (columns * 3)), Math.floor(index / 3) % columns, index % 3];
      return at(picture, i + di, j + dj, c) - at(picture, i, j, c);
    });
  const expected = meanSquare(steps(5, 6, 0, 1)) + meanSquare(steps(4, 7, 1, 0));
  expect((await lossesOf(leaving, given)).variation).toBeCloseTo(expected, 5);
});

const lowered = (variant: string) =>
  lowerAlone(totalVariation, ir => ({ image: { type: 'image', value: leafOf(ir, given, 'picture') } }), {
    variant,
  }).leaving;

/** Differences of pixels (i, j) and (i + di, j + dj) from (top, left) on, the outermost pixels repeated around. */
const apart = (top: number, left: number, rows: number, columns: number, di: number, dj: number) =>
  Array.from({ length: rows * columns * 3 }, (_, index) => {
    const [i, j, c] = [
      top + Math.floor(index / (columns * 3)),
      left + (Math.floor(index / 3) % columns),
      index % 3,
    ];
    const inside = (row: number, column: number) =>
      at(given.picture ?? scalar(0), Math.min(4, Math.max(0, row)), Math.min(6, Math.max(0, column)), c);
    return inside(i + di, j + dj) - inside(i, j);
  });

test('R7 absolute, it is the mean magnitude of these steps', async () => {
  const magnitude = (steps: number[]) =>
    steps.reduce((sum, step) => sum + Math.sqrt(step * step + 1e-6), 0) / steps.length;
  const expected = magnitude(apart(0, 0, 5, 6, 0, 1)) + magnitude(apart(0, 0, 4, 7, 1, 0));
  expect((await lossesOf(lowered('absolute'), given)).variation).toBeCloseTo(expected, 5);
});

test('R7 nine-point, the diagonals weigh a quarter of the sides, and the border is repeated', async () => {
  const sides = meanSquare(apart(0, 0, 5, 7, 0, 1)) + meanSquare(apart(0, 0, 5, 7, 1, 0));
  const diagonals = meanSquare(apart(-1, -1, 6, 8, 1, 1)) + meanSquare(apart(-1, 0, 6, 8, 1, -1));
  const expected = 2 * (sides / 3 + diagonals / 12);
  expect((await lossesOf(lowered('nine-point'), given)).variation).toBeCloseTo(expected, 5);
});

test('D2 a node of version 1, which had no variants, is squared as it was', () => {
  const document = build(
    {
      start: 'image',
      picture: 'picture',
      variation: 'total-variation',
      optimiser: 'optimiser',
      output: 'output',
    },
    [
      'start.image → picture.start',
      'picture.picture → variation.image',
      'picture.picture → optimiser.picture',
      'variation.loss → optimiser.loss',
      'optimiser.result → output.image',
    ],
  );
  expect(document.nodes.variation?.version).toBe(1);
  expect(validated(document).params.variation).toEqual({ weight: 1, variant: 'squared' });
});

test('R3 its weight is live', () => {
  expect(termsOf(leaving).map(({ weights }) => weights)).toEqual([[{ node: 'alone', param: 'weight' }]]);
});

test.each([
  [1, 9],
  [9, 1],
  [1, 1],
])(
  'a picture of %i × %i pixels has no neighbours to compare on both sides, and is refused',
  (height, width) => {
    const refused = inferAlone(totalVariation, { image: { type: 'image', shape: [height, width, 3] } });
    expect(refused).toEqual({ ok: false, reason: { reason: message('variation.too-small'), port: 'image' } });
  },
);

test('two pixels each way are enough', () => {
  const inferred = inferAlone(totalVariation, { image: { type: 'image', shape: [2, 2, 3] } });
  expect(inferred).toEqual({ ok: true, value: { loss: { type: 'loss', terms: ['variation'] } } });
});

test.each(['squared', 'absolute', 'nine-point'])(
  'R7 its gradient with respect to the picture is that of the loss (%s)',
  async variant => {
    const document = build(
      {
        start: { kind: 'image', source: 'sample:start-9x7' },
        picture: 'picture',
        variation: { kind: 'total-variation', weight: 3, variant },
        optimiser: { kind: 'optimiser', ...oneStep },
        output: 'output',
      },
      [
        'start.image → picture.start',
        'picture.picture → variation.image',
        'picture.picture → optimiser.picture',
        'variation.loss → optimiser.loss',
        'optimiser.result → output.image',
      ],
    );
    await expectTrueGradient(document, 'sample:start-9x7');
  },
);
