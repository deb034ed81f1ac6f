import { expect, test } from 'vitest';
import { say } from '../../language/message.ts';
import { evaluate, numberText, readNumber } from './read-number.ts';
import type { NumberSpec } from './slider-scale.ts';

const weight: NumberSpec = { type: 'number', min: 0, max: 1e9, scale: 'logarithmic' };
const size: NumberSpec = { type: 'integer', min: 16, max: 8192 };

test.each([
  ['2*3', 6],
  ['1e3/4', 250],
  [' 1e-3 ', 0.001],
  ['(1+2)^2', 9],
  ['-.5', -0.5],
  ['3×4', 12],
])('%s is %d', (text, value) => expect(evaluate(text)).toEqual({ ok: true, value }));

test.each(['', 'abc', 'PI', 'sqrt(4)', '1/0', '(1', '1,5', '2 3', 'e', 'alert(1)'])('%j is refused', text =>
  expect(evaluate(text).ok).toBe(false),
);

test('what is out of range is refused with what would do', () => {
  const read = readNumber(weight, '-1');
  if (read.ok) throw new Error('It was taken.');
  expect(say(read.reason)).toContain('-1');
  expect(say(read.reason)).toContain('from 0 to 1000000000');
});

test('a whole number is rounded to', () => {
  expect(readNumber(size, '1000/3')).toEqual({ ok: true, value: 333 });
  expect(readNumber(size, '1e5').ok).toBe(false);
});

test('numbers are shown with the digits that are looked at, and read back', () => {
  expect(numberText(0.1 + 0.2)).toBe('0.3');
  expect(numberText(1e-8)).toBe('1e-8');
  expect(numberText(2_147_483_647)).toBe('2147483647');
  expect(numberText(1234.5678)).toBe('1234.6');
  expect(evaluate(numberText(1.5e12))).toEqual({ ok: true, value: 1.5e12 });
});
