import { describe, expect, test } from 'vitest';
import { build } from '../graph/testing/build.ts';
import { resamplingMatrix } from '../runtime/ir/resampling.ts';
import { expectClose } from '../runtime/testing/differences.ts';
import { at, made, scalar, sumOf } from '../runtime/testing/numbers.ts';
import { onWasm } from '../runtime/testing/on-wasm.ts';
import { resize } from './resize.ts';
import { computed, givenOf, imageOf, inferAlone, leafOf, lowerAlone } from './testing/alone.ts';
import { expectTrueGradient, oneStep } from './testing/check-gradient.ts';

onWasm();

const image = (height: number, width: number) => ({ type: 'image', shape: [height, width, 3] }) as const;

describe('the size', () => {
  test.each([
    ['long-side', [32, 64]],
    ['short-side', [64, 128]],
    ['width', [32, 64]],
    ['height', [64, 128]],
  ])('of 64 by the %s of a picture 300 wide and 150 high is %j', (fit, size) => {
    const inferred = inferAlone(resize, { image: image(150, 300) }, { size: 64, fit });
    expect(inferred).toEqual({ ok: true, value: { image: { type: 'image', shape: [...size, 3] } } });
  });

  test('is rounded to the nearest pixel, and never to none', () => {
    const shapeOf = (height: number, width: number, size: number) =>
      inferAlone(resize, { image: image(height, width) }, { size });
    expect(shapeOf(151, 300, 64)).toMatchObject({ value: { image: { shape: [32, 64, 3] } } });
    expect(shapeOf(1, 300, 16)).toMatchObject({ value: { image: { shape: [1, 16, 3] } } });
  });

  test('is that of the picture at like, where there is one, whatever the parameters say', () => {
    const inferred = inferAlone(resize, { image: image(150, 300), like: image(21, 33) }, { size: 64 });
    expect(inferred).toEqual({ ok: true, value: { image: { type: 'image', shape: [21, 33, 3] } } });
  });
});

const given = givenOf({ picture: [20, 30, 3], like: [7, 11, 3] }, 0, 1);
const lowered = (params = {}, like = false) =>
  imageOf(
    lowerAlone(
      resize,
      ir => ({
        image: { type: 'image', value: leafOf(ir, given, 'picture') },
        ...(like && { like: { type: 'image', value: leafOf(ir, given, 'like') } }),
      }),
      params,
    ).leaving,
  );

describe('the picture', () => {
  test.each(['bicubic', 'bilinear', 'area'] as const)(
    'R7 is resampled by %s along both sides',
    async filter => {
      const value = lowered({ filter }, true);
      expect(value.shape).toEqual([7, 11, 3]);
      const [rows, columns] = [resamplingMatrix(20, 7, filter), resamplingMatrix(30, 11, filter)];
      const { picture = scalar(0) } = given;
      const expected = made([7, 11, 3], (i, j, c) =>
        sumOf(
          20,
          y => (rows[i * 20 + y] ?? 0) * sumOf(30, x => (columns[j * 30 + x] ?? 0) * at(picture, y, x, c)),
        ),
      );
      expectClose(await computed(value, given), expected);
    },
  );

  test('is not touched where it has the size already', () => {
    expect(lowered({ size: 30 }).op.name).toBe('image');
  });

  test('R6 has the shape that was inferred', () => {
    for (const params of [{ size: 17 }, { size: 64, fit: 'height' }]) {
      const inferred = inferAlone(resize, { image: image(20, 30) }, params);
      expect(inferred).toMatchObject({ value: { image: { shape: lowered(params).shape } } });
    }
  });
});

test.each(['bicubic', 'bilinear', 'area'])(
  'R7 a loss on a picture resized by %s has its gradient',
  async filter => {
    const document = build(
      {
        start: { kind: 'image', source: 'sample:start-21x17' },
        picture: 'picture',
        small: { kind: 'resize', size: 16, filter },
        variation: { kind: 'total-variation', weight: 3 },
        optimiser: { kind: 'optimiser', ...oneStep },
        output: 'output',
      },
      [
        'start.image → picture.start',
        'picture.picture → small.image',
        'small.image → variation.image',
        'picture.picture → optimiser.picture',
        'variation.loss → optimiser.loss',
        'optimiser.result → output.image',
      ],
    );
    await expectTrueGradient(document, 'sample:start-21x17');
  },
);
