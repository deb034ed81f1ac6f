import { expect, test } from 'vitest';
import { message } from '../language/message.ts';
import { at, type Numbers, scalar, sumOf } from '../runtime/testing/numbers.ts';
import { onWasm } from '../runtime/testing/on-wasm.ts';
import { laplacianLoss } from './laplacian-loss.ts';
import { givenOf, inferAlone, leafOf, lossesOf, lowerAlone, meanSquare } from './testing/alone.ts';
import { expectTrueGradient } from './testing/check-gradient.ts';
import { imageLossGraph, startImage } from './testing/loss-graph.ts';

onWasm();

const given = givenOf({ picture: [9, 11, 3], target: [9, 11, 3] });
const { picture = scalar(0), target = scalar(0) } = given;

/** The Laplacian of the means of 2×2 blocks: 4×5 of them, 2×3 with neighbours on all sides. */
const edges = (image: Numbers): number[] => {
  const block = (i: number, j: number, c: number) =>
    sumOf(4, k => at(image, 2 * i + Math.floor(k / 2), 2 * j + (k % 2), c)) / 4;
  return Array.from({ length: 2 * 3 * 3 }, (_, index) => {
    const [i, j, c] = [1 + Math.floor(index / 9), 1 + (Math.floor(index / 3) % 3), index % 3];
    const around = block(i - 1, j, c) + block(i + 1, j, c) + block(i, j - 1, c) + block(i, j + 1, c);
    return around - 4 * block(i, j, c);
  });
};

test('R7 it is the mean squared difference of the Laplacians of averaged blocks', async () => {
  const { leaving } = lowerAlone(
    laplacianLoss,
    ir => ({
      image: { type: 'image', value: leafOf(ir, given, 'picture') },
      target: { type: 'image', value: leafOf(ir, given, 'target') },
    }),
    { blocks: 'two' },
  );
  const wanted = edges(target);
  const expected = meanSquare(edges(picture).map((value, index) => value - (wanted[index] ?? 0)));
  expect((await lossesOf(leaving, given)).laplacian).toBeCloseTo(expected, 4);
});

test('a picture that is too small for three blocks each way is refused, in numbers', () => {
  const image = { type: 'image', shape: [11, 40, 3] } as const;
  const reason = message('laplacian.too-small', { width: 40, height: 11, pooling: 4, least: 12 });
  expect(inferAlone(laplacianLoss, { image, target: image })).toEqual({
    ok: false,
    reason: { reason, port: 'image' },
  });
  expect(inferAlone(laplacianLoss, { image, target: image }, { blocks: 'two' }).ok).toBe(true);
});

test.each(['one', 'two'])('R7 its gradient is that of the loss (%s)', async blocks => {
  await expectTrueGradient(imageLossGraph({ kind: 'laplacian-loss', weight: 10, blocks }), startImage);
});
