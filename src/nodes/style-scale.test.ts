import { expect, test } from 'vitest';
import { expectClose } from '../runtime/testing/differences.ts';
import { onWasm } from '../runtime/testing/on-wasm.ts';
import { resize } from './resize.ts';
import { styleScale } from './style-scale.ts';
import { computed, givenOf, imageOf, inferAlone, leafOf, lowerAlone } from './testing/alone.ts';
import { expectGradientThrough } from './testing/through-node.ts';

onWasm();

test('both sides are multiplied, and rounded to whole pixels', () => {
  const shapeOf = (factor: number) =>
    inferAlone(styleScale, { image: { type: 'image', shape: [21, 33, 3] } }, { factor });
  expect(shapeOf(2)).toMatchObject({ value: { image: { shape: [42, 66, 3] } } });
  expect(shapeOf(0.5)).toMatchObject({ value: { image: { shape: [11, 17, 3] } } });
});

test('is what Resize makes of that size', async () => {
  const given = givenOf({ picture: [20, 32, 3] }, 0, 1);
  const image = { type: 'image' } as const;
  const lowered = (kind: typeof resize, params: object) =>
    imageOf(
      lowerAlone(kind, ir => ({ image: { ...image, value: leafOf(ir, given, 'picture') } }), { ...params })
        .leaving,
    );
  const scaled = await computed(lowered(styleScale, { factor: 1.5 }), given);
  expectClose(scaled, await computed(lowered(resize, { size: 48 }), given));
});

test('R7 its gradient is that of the filter', () =>
  expectGradientThrough({ kind: 'style-scale', params: { factor: 1.4 } }));
