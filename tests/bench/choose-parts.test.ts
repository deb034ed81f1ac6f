import { expect, test } from 'vitest';
import { chooseParts } from './choose-parts.ts';

const parts = ['iterations', 'plans', 'editing', 'long'].map(name => ({
  name,
  onlyWhenAsked: name === 'long',
}));
const chosen = (...asked: string[]) => {
  const result = chooseParts(parts, asked);
  return result.ok ? result.value.map(({ name }) => name) : result.reason;
};

test('all parts are run, or those that are named, in their own order', () => {
  expect(chosen()).toEqual(['iterations', 'plans', 'editing']);
  expect(chosen('editing')).toEqual(['editing']);
  expect(chosen('editing', 'iterations')).toEqual(['iterations', 'editing']);
});

test('a part that takes long is run when it is named', () => {
  expect(chosen('plans', 'long')).toEqual(['plans', 'long']);
});

test('a part that there is not is refused, and those that there are are named', () => {
  expect(chosen('editing', 'edits')).toBe(
    'The benchmark has no part edits. Its parts are iterations, plans, editing, long.',
  );
});
