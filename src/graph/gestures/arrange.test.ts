import { describe, expect, test } from 'vitest';
import { say } from '../../language/message.ts';
import type { GraphDocument } from '../document.ts';
import { build } from '../testing/build.ts';
import { edited } from '../testing/gesture.ts';
import { align, distribute } from './align.ts';
import { frameThings, withContents } from './frame.ts';
import { moveThings } from './move.ts';
import { snap } from './snap.ts';
import { type Box, boxAround, type Placed, positionOf } from './thing.ts';

const box = (x: number, y: number, width: number, height: number): Box => ({ x, y, width, height });
const node = (id: string, at: Box): Placed => ({ thing: { type: 'node', id }, box: at });

const placed = [
  node('a', box(0, 0, 100, 40)),
  node('b', box(300, 60, 50, 80)),
  node('c', box(120, 200, 100, 20)),
];

function stood(at: readonly Placed[]): GraphDocument {
  const document = build(Object.fromEntries(at.map(({ thing }) => [thing.id, 'image'])));
  return edited(
    document,
    ...at.map(
      ({ thing, box: { x, y } }) => ({ type: 'move-node', id: thing.id, position: { x, y } }) as const,
    ),
  );
}

const coordinates = (document: GraphDocument, axis: 'x' | 'y') =>
  Object.values(document.nodes).map(({ position }) => position[axis]);

describe('things in line', () => {
  test('at the left, the middle and the right of all of them', () => {
    const lined = (alignment: Parameters<typeof align>[1], axis: 'x' | 'y') =>
      coordinates(edited(stood(placed), ...align(placed, alignment)), axis);
    expect(lined('left', 'x')).toEqual([0, 0, 0]);
    expect(lined('centre', 'x')).toEqual([125, 150, 125]);
    expect(lined('right', 'x')).toEqual([250, 300, 250]);
    expect(lined('top', 'y')).toEqual([0, 0, 0]);
    expect(lined('middle', 'y')).toEqual([90, 70, 100]);
    expect(lined('bottom', 'y')).toEqual([180, 140, 200]);
  });

  test('at equal gaps, the first and the last where they were', () => {
    expect(coordinates(edited(stood(placed), ...distribute(placed, 'horizontally')), 'x')).toEqual([
      0, 300, 150,
    ]);
    expect(coordinates(edited(stood(placed), ...distribute(placed, 'vertically')), 'y')).toEqual([
      0, 80, 200,
    ]);
  });

  test('already, or alone, are not moved', () => {
    const left = [node('a', box(5, 0, 10, 10)), node('b', box(5, 40, 10, 10))];
    expect(align(left, 'left')).toEqual([]);
    expect(align(left.slice(1), 'right')).toEqual([]);
    expect(distribute(left, 'vertically')).toEqual([]);
  });
});

describe('a frame', () => {
  const style = { title: 'Style', colour: 'teal' } as const;

  test('is put around what is selected, with room for its title', () => {
    const framed = frameThings(build({}), placed, style);
    if (!framed.ok) throw new Error();
    const document = edited(stood(placed), ...framed.value.edits);
    const { position, size } = document.frames?.[framed.value.id] ?? {};
    expect({ position, size }).toEqual({
      position: { x: -24, y: -48 },
      size: { width: 398, height: 292 },
    });
  });

  test('takes along what lies wholly in it, frames too', () => {
    const frame: Placed = { thing: { type: 'frame', id: 'f' }, box: box(-10, -10, 200, 100) };
    const inner: Placed = { thing: { type: 'frame', id: 'g' }, box: box(0, 0, 20, 20) };
    const all = [frame, inner, ...placed];
    expect(withContents([frame.thing], all).map(({ id }) => id)).toEqual(['f', 'g', 'a']);
    expect(withContents([frame.thing, { type: 'node', id: 'a' }], all)).toHaveLength(3);
  });

  test('around nothing is refused', () => {
    const framed = frameThings(build({}), [], style);
    expect(framed.ok ? '' : say(framed.reason)).toBe('Nothing is selected.');
  });
});

describe('things that are moved together', () => {
  const document = edited(
    build({ a: 'image', out: 'output', tv: 'total-variation' }, [
      'a.image → out.image',
      'a.image → tv.image',
    ]),
    { type: 'set-via', edge: 'out.image', via: [{ x: 1, y: 1 }] },
    { type: 'set-via', edge: 'tv.image', via: [{ x: 1, y: 1 }] },
    {
      type: 'add-note',
      id: 'n',
      note: { text: '', position: { x: 9, y: 9 }, size: { width: 20, height: 20 } },
    },
  );

  test('take the points of the wires between them along, and no others', () => {
    const things = [
      { type: 'node', id: 'a' },
      { type: 'node', id: 'out' },
      { type: 'note', id: 'n' },
    ] as const;
    const after = edited(document, ...moveThings(document, things, { x: 10, y: -10 }));
    expect(positionOf(after, { type: 'node', id: 'out' })).toEqual({ x: 10, y: -10 });
    expect(positionOf(after, { type: 'note', id: 'n' })).toEqual({ x: 19, y: -1 });
    expect(after.edges['out.image']?.via).toEqual([{ x: 11, y: -9 }]);
    expect(after.edges['tv.image']?.via).toEqual([{ x: 1, y: 1 }]);
    expect(edited(after, ...moveThings(after, things, { x: -10, y: 10 }))).toEqual(document);
  });

  test('by nothing are not moved', () => {
    expect(moveThings(document, [{ type: 'node', id: 'a' }], { x: 0, y: 0 })).toEqual([]);
  });
});

describe('while something is moved', () => {
  const others = [box(0, 0, 100, 50), box(400, 300, 100, 50)];

  test('it snaps to the nearest line within reach, on each axis for itself', () => {
    const snapped = snap(box(3, 120, 100, 50), others, 6);
    expect(snapped.position).toEqual({ x: 0, y: 120 });
    expect(snapped.lines).toContainEqual({ axis: 'x', at: 0, from: 0, to: 170 });
    expect(snapped.lines.every(({ axis }) => axis === 'x')).toBe(true);
  });

  test('its middle snaps to a middle', () => {
    expect(snap(box(438, 100, 30, 30), others, 6).position.x).toBe(435);
  });

  test('out of reach it stays, and no line is drawn', () => {
    expect(snap(box(215, 120, 20, 20), others, 6)).toEqual({ position: { x: 215, y: 120 }, lines: [] });
  });

  test('the lines run over all that they join', () => {
    const { lines } = snap(box(400, 600, 100, 50), [...others, box(400, 900, 100, 50)], 6);
    expect(lines.filter(({ axis }) => axis === 'x')).toContainEqual({
      axis: 'x',
      at: 400,
      from: 300,
      to: 950,
    });
  });
});

test('the box around none is none', () => {
  expect(boxAround([])).toBeUndefined();
});
