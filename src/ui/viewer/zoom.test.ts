import { expect, test } from 'vitest';
import {
  boxOf,
  boxWithin,
  fitted,
  neededSize,
  panBy,
  showsPixels,
  wholeSize,
  zoomBy,
  zoomOf,
} from './zoom.ts';

const picture = { width: 256, height: 192 };
const pane = { width: 536, height: 424 };

test('a fitted picture touches the margin of the pane on one side and lies in its middle', () => {
  expect(zoomOf(fitted, picture, pane)).toBe(2);
  expect(boxOf(fitted, picture, pane)).toEqual({ left: 12, top: 20, width: 512, height: 384 });
});

test('the pixel under the pointer stays there while the wheel zooms', () => {
  const at = { x: 100, y: 300 };
  const under = (view: Parameters<typeof boxOf>[0]) => {
    const { left, top, width, height } = boxOf(view, picture, pane);
    return [(at.x - left) / width, (at.y - top) / height];
  };
  const zoomed = zoomBy(1.5, at, fitted, picture, pane);
  expect(zoomOf(zoomed, picture, pane)).toBeCloseTo(3);
  under(zoomed).forEach((part, i) => {
    expect(part).toBeCloseTo(under(fitted)[i] ?? 0);
  });
});

test('what is dragged follows the pointer, and the picture cannot be lost', () => {
  const zoomed = zoomBy(4, { x: 268, y: 212 }, fitted, picture, pane);
  const before = boxOf(zoomed, picture, pane);
  const after = boxOf(panBy({ x: 30, y: -20 }, zoomed, picture, pane), picture, pane);
  expect([after.left - before.left, after.top - before.top].map(Math.round)).toEqual([30, -20]);
  const thrown = boxOf(panBy({ x: 1e6, y: 1e6 }, zoomed, picture, pane), picture, pane);
  expect(thrown.left).toBe(pane.width / 2);
  expect(thrown.top).toBe(pane.height / 2);
});

test('a picture that is painted larger is still looked at in the same place', () => {
  const zoomed = zoomBy(3, { x: 50, y: 60 }, fitted, picture, pane);
  const middle = ({ left, top, width, height }: ReturnType<typeof boxOf>) => [
    (pane.width / 2 - left) / width,
    (pane.height / 2 - top) / height,
  ];
  const larger = boxOf(zoomed, { width: 512, height: 384 }, pane);
  middle(larger).forEach((part, i) => {
    expect(part).toBeCloseTo(middle(boxOf(zoomed, picture, pane))[i] ?? 0);
  });
});

test('pixels are squares above 200 %, never where the picture is fitted', () => {
  expect(showsPixels(fitted, 4)).toBe(false);
  const free = (zoom: number) => ({ type: 'free', zoom, centre: { x: 0.5, y: 0.5 } }) as const;
  expect(showsPixels(free(2), 1)).toBe(false);
  expect(showsPixels(free(2.1), 1)).toBe(true);
  expect(showsPixels(free(1.5), 2)).toBe(true);
});

test('a frame is asked for as large as it is shown, in few steps, and whole when it is zoomed to the pixel', () => {
  const large = { width: 2048, height: 1024 };
  expect(neededSize({ width: 500, height: 250 }, large, 1)).toBe(512);
  expect(neededSize({ width: 500, height: 250 }, large, 2)).toBe(1024);
  expect(neededSize({ width: 90, height: 45 }, large, 1)).toBe(256);
  expect(neededSize({ width: 2048, height: 1024 }, large, 1)).toBe(wholeSize);
});

test('a picture of another shape keeps its shape; a pixel lost to rounding is none', () => {
  const box = { left: 10, top: 20, width: 400, height: 300 };
  expect(boxWithin(box, { width: 512, height: 512 })).toEqual({ left: 60, top: 20, width: 300, height: 300 });
  expect(boxWithin(box, { width: 256, height: 191 })).toBe(box);
});
