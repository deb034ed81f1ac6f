import { expect, test } from 'vitest';
import { curvesThrough, middleOf, nearestCurve, pathOf, pointOn } from './wire-path.ts';

const from = { x: 0, y: 0 };
const via = { x: 100, y: 80 };
const to = { x: 200, y: 0 };

test('a wire is one curve that leaves and enters horizontally', () => {
  const [curve, ...others] = curvesThrough([from, to]);
  expect(others).toEqual([]);
  expect(curve).toEqual([from, { x: 100, y: 0 }, { x: 100, y: 0 }, to]);
});

test('a wire that goes back swings out to the right before', () => {
  const curves = curvesThrough([to, from]);
  const [curve] = curves;
  expect(curve?.[1].x).toBeGreaterThan(to.x);
  expect(curve?.[2].x).toBeLessThan(from.x);
});

test('a led wire passes its points without a kink', () => {
  const [first, second] = curvesThrough([from, via, to]);
  if (!first || !second) throw new Error('There are two curves.');
  expect(first[3]).toEqual(via);
  expect(second[0]).toEqual(via);
  // Both handles lie on one line through the point, which here is horizontal: its neighbours are level.
  expect(first[2].y).toBe(via.y);
  expect(second[1].y).toBe(via.y);
  expect(first[2].x).toBeLessThan(via.x);
  expect(second[1].x).toBeGreaterThan(via.x);
});

test('the label stands on the wire, away from the points that are taken hold of', () => {
  expect(middleOf(curvesThrough([from, to]))).toEqual({ x: 100, y: 0 });
  const { x } = middleOf(curvesThrough([from, via, to]));
  expect(x).toBeGreaterThan(via.x);
  expect(x).toBeLessThan(to.x);
  expect(middleOf([])).toEqual({ x: 0, y: 0 });
});

test('the path goes through everything in order', () => {
  expect(pathOf(curvesThrough([from, to]))).toBe('M0,0 C100,0 100,0 200,0');
  expect(pathOf([])).toBe('');
});

test('a new point goes between the points that it lies between', () => {
  const curves = curvesThrough([from, via, to]);
  const [first, second] = curves;
  if (!first || !second) throw new Error('There are two curves.');
  expect(nearestCurve(curves, pointOn(first, 0.4))).toBe(0);
  expect(nearestCurve(curves, pointOn(second, 0.6))).toBe(1);
});
