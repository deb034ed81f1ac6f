import { expect, test } from 'vitest';
import { drawKernel } from './draw-kernel.ts';

const [inputs, channels] = [20, 16];

test('every kernel but the first has no mean', () => {
  const kernel = drawKernel(inputs, channels, false, 1);
  expect(kernel.length).toBe(9 * inputs * channels);
  for (let channel = 0; channel < channels; channel++) {
    const sum = kernel.filter((_, i) => i % channels === channel).reduce((all, weight) => all + weight, 0);
    expect(Math.abs(sum)).toBeLessThan(1e-5);
  }
});

test('kernels are smooth: the nine positions of one have half of their variance in common', () => {
  const kernel = drawKernel(inputs, channels, true, 1);
  const plane = inputs * channels;
  let [together, alone] = [0, 0];
  for (let i = 0; i < plane; i++) {
    const [one = 0, other = 0] = [kernel[i], kernel[8 * plane + i]];
    together += one * other;
    alone += one * one;
  }
  expect(together / alone).toBeGreaterThan(0.3);
  expect(together / alone).toBeLessThan(0.7);
});

test('another seed draws other weights', () => {
  expect(drawKernel(2, 2, true, 1)).not.toEqual(drawKernel(2, 2, true, 2));
});
