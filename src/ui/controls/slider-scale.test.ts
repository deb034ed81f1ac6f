import { expect, test } from 'vitest';
import { hasSlider, type NumberSpec, sliderScale } from './slider-scale.ts';

const weight: NumberSpec = { type: 'number', min: 0, max: 1e9, scale: 'logarithmic' };
const noise: NumberSpec = { type: 'number', min: 0, max: 1, step: 0.01, scale: 'linear' };
const size: NumberSpec = { type: 'integer', min: 16, max: 8192 };
const seed: NumberSpec = { type: 'integer', min: 0, max: 2_147_483_647 };

test('the default of a weight lies in the middle of its slider, nothing at the left', () => {
  const scale = sliderScale(weight, 1, 1);
  expect(scale.toPosition(1)).toBeCloseTo(0.5);
  expect(scale.toValue(0.5)).toBe(1);
  expect(scale.toValue(0)).toBe(0);
  expect(scale.toValue(1)).toBe(1000);
});

test('a weight far from its default is on its slider all the same', () => {
  const scale = sliderScale(weight, 1, 5e6);
  expect(scale.toPosition(5e6)).toBe(1);
  expect(scale.toValue(1)).toBe(5e6);
  expect(sliderScale(weight, 1, 3e-7).toPosition(3e-7)).toBeGreaterThan(0);
});

test('values of three digits come back from their place', () => {
  const scale = sliderScale(weight, 1, 1);
  for (const value of [0.002, 0.5, 1, 20, 437]) expect(scale.toValue(scale.toPosition(value))).toBe(value);
});

test('a key is a twentieth of a decade on a logarithmic slider and a step on a linear one', () => {
  expect(sliderScale(weight, 1, 1).moved(1, 20)).toBe(10);
  const scale = sliderScale(weight, 1, 10);
  expect(scale.moved(scale.moved(10, 10), 10)).toBe(100);
  expect(sliderScale(noise, 0, 0).moved(0.29, 1)).toBe(0.3);
  expect(sliderScale(noise, 0, 0).moved(0.29, 0.1)).toBe(0.291);
});

test('keys lead from nothing up and back to nothing', () => {
  const scale = sliderScale(weight, 1, 0);
  const up = scale.moved(0, 1);
  expect(up).toBeGreaterThan(0);
  expect(scale.moved(up, -1)).toBe(0);
  expect(scale.moved(0, -1)).toBe(0);
});

test('no slider leaves the range', () => {
  expect(sliderScale(noise, 0, 0).moved(0.95, 10)).toBe(1);
  expect(sliderScale(size, 256, 256).moved(16, -5)).toBe(16);
  expect(sliderScale(size, 256, 256).toValue(1)).toBe(8192);
});

test('a whole number moves by at least one', () => {
  const scale = sliderScale(size, 256, 256);
  expect(scale.moved(16, 0.1)).toBe(17);
  expect(scale.moved(20, -0.1)).toBe(19);
});

test('a seed has no slider', () => {
  expect(hasSlider(seed)).toBe(false);
  expect(hasSlider(size)).toBe(true);
});
