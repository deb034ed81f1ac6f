import { expect, test } from 'vitest';
import { type Brush, draw, emptyPlane, fill, invert, type Plane } from './brush.ts';

const hard: Brush = { radius: 4, hardness: 1, erases: false };
const at = ({ data, width }: Plane, x: number, y: number) => data[y * width + x];
const touch = (x: number, y: number, pressure = 1) => ({ x, y, pressure });

test('a hard dot is a disc with an edge of a pixel', () => {
  const plane = emptyPlane(21, 21);
  draw(plane, hard, touch(10.5, 10.5), touch(10.5, 10.5));
  const total = plane.data.reduce((sum, value) => sum + value / 255, 0);
  expect(at(plane, 10, 10)).toBe(255);
  expect(at(plane, 10, 15)).toBe(0);
  expect(total).toBeGreaterThan(Math.PI * 3 ** 2);
  expect(total).toBeLessThan(Math.PI * 4 ** 2);
});

test('a soft brush fades from its middle to its rim', () => {
  const plane = emptyPlane(41, 5);
  draw(plane, { radius: 16, hardness: 0, erases: false }, touch(20.5, 2.5), touch(20.5, 2.5));
  const values = [0, 4, 8, 12, 16].map(away => at(plane, 20 + away, 2) ?? 0);
  expect(values).toEqual([...values].sort((a, b) => b - a));
  expect(new Set(values).size).toBe(5);
  expect(values[2]).toBeCloseTo(127, -1);
});

test('a stroke in many pieces is the same as one in one piece', () => {
  const soft: Brush = { radius: 6, hardness: 0.4, erases: false };
  const [whole, pieces] = [emptyPlane(60, 20), emptyPlane(60, 20)];
  draw(whole, soft, touch(10, 10), touch(50, 10));
  for (let x = 10; x < 50; x += 5) draw(pieces, soft, touch(x, 10), touch(x + 5, 10));
  expect(pieces.data).toEqual(whole.data);
});

test('pressing harder makes it wider, from one end of a stroke to the other', () => {
  const plane = emptyPlane(60, 40);
  draw(plane, { ...hard, radius: 15 }, touch(10, 20, 0.2), touch(50, 20, 1));
  const widthAt = (x: number) => Array.from({ length: 40 }, (_, y) => at(plane, x, y)).filter(Boolean).length;
  expect(widthAt(12)).toBeLessThan(widthAt(30));
  expect(widthAt(30)).toBeLessThan(widthAt(48));
});

test('the eraser takes away what the brush gave, and nothing beside it', () => {
  const plane = emptyPlane(30, 30);
  fill(plane, 255);
  draw(plane, { ...hard, erases: true }, touch(15, 15), touch(15, 15));
  expect(at(plane, 15, 15)).toBe(0);
  expect(at(plane, 15, 22)).toBe(255);
});

test('inverted twice, a mask is what it was', () => {
  const plane = emptyPlane(20, 20);
  draw(plane, { ...hard, hardness: 0.3 }, touch(10, 10), touch(14, 8));
  const before = plane.data.slice();
  invert(plane);
  expect(at(plane, 0, 0)).toBe(255);
  invert(plane);
  expect(plane.data).toEqual(before);
});

test('at the rim of the picture, and beyond it, nothing breaks', () => {
  const plane = emptyPlane(10, 10);
  const area = draw(plane, hard, touch(-3, -3), touch(12, 5));
  expect(area).toEqual({ left: 0, top: 0, right: 10, bottom: 10 });
  expect(draw(plane, hard, touch(-50, -50), touch(-40, -50)).right).toBeLessThanOrEqual(0);
});
