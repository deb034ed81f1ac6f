import { expect, test } from 'vitest';
import { caffePreprocessing, preprocessingOf, torchvisionPreprocessing } from './preprocessing.ts';

test("Caffe's preprocessing is 255 times each channel minus its mean", () => {
  expect(caffePreprocessing.order).toBe('bgr');
  expect(caffePreprocessing.applied).toMatchObject({
    factors: [255, 255, 255],
    offsets: [-123.68, -116.779, -103.939],
  });
});

test("torchvision's preprocessing is (x − mean) / deviation", () => {
  const { factors, offsets } = torchvisionPreprocessing.applied;
  const white = factors.map((factor, channel) => factor + (offsets[channel] ?? 0));
  expect(white[0]).toBeCloseTo((1 - 0.485) / 0.229, 12);
  expect(white[2]).toBeCloseTo((1 - 0.406) / 0.225, 12);
});

test('means and deviations stand in the stated order, and are applied to red, green, blue', () => {
  const { applied } = preprocessingOf({ order: 'bgr', scale: 2, mean: [1, 2, 3], std: [1, 2, 4] }, 'mine');
  expect(applied).toEqual({ factors: [0.5, 1, 2], offsets: [-0.75, -1, -1], title: 'mine' });
});
