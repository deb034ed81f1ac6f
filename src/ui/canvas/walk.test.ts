import { expect, test } from 'vitest';
import type { Placed } from '../../graph/gestures/thing.ts';
import { build } from '../../graph/testing/build.ts';
import { firstThing, walk } from './walk.ts';

const document = build({ a: 'image', b: 'image', far: 'picture', near: 'picture', out: 'output' }, [
  'b.image → far.start',
  'far.picture → out.image',
]);

/** Three columns: `a` over `b`, `near` over `far`, and `out`. */
const placed: readonly Placed[] = [
  at('b', 0, 200),
  at('a', 0, 0),
  at('near', 300, 0),
  at('far', 300, 200),
  at('out', 600, 0),
  { thing: { type: 'note', id: 'why' }, box: { x: 0, y: 400, width: 100, height: 50 } },
];

function at(id: string, x: number, y: number): Placed {
  return { thing: { type: 'node', id }, box: { x, y, width: 100, height: 50 } };
}

const from = (id: string, direction: 'left' | 'right' | 'up' | 'down') =>
  walk(document, placed, { type: 'node', id }, direction)?.id;

test('right and left go along the wires', () => {
  expect(from('b', 'right')).toBe('far');
  expect(from('far', 'right')).toBe('out');
  expect(from('out', 'left')).toBe('far');
  expect(from('far', 'left')).toBe('b');
});

test('where there is no wire, to the nearest in that direction', () => {
  expect(from('a', 'right')).toBe('near');
  expect(from('near', 'left')).toBe('a');
  expect(from('out', 'right')).toBeUndefined();
});

test('up and down go by place, to notes as to nodes', () => {
  expect(from('far', 'up')).toBe('near');
  expect(from('a', 'down')).toBe('b');
  expect(from('b', 'down')).toBe('why');
});

test('a walk begins at the node at the upper left', () => {
  expect(firstThing(placed)).toEqual({ type: 'node', id: 'a' });
  expect(firstThing([])).toBeUndefined();
});
