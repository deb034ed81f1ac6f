import fc from 'fast-check';
import { expect, test } from 'vitest';
import { widthOf, wrap } from './wrap.ts';

test('lines are broken where a name has a joint', () => {
  expect(wrap('10', 10, 3)).toEqual(['10']);
  expect(wrap('relu1_1+relu2_1+relu3_1', 10, 3)).toEqual(['relu1_1+relu2_1+', 'relu3_1']);
  expect(wrap('a cat asleep.jpg', 5, 3)).toEqual(['a cat', 'asleep.jpg'.slice(0, 8), 'pg']);
  expect(wrap('', 10, 3)).toEqual(['']);
});

test('what does not fit ends in an ellipsis', () => {
  expect(wrap('relu1_1+relu2_1+relu3_1+relu4_1', 5, 2)).toEqual(['relu1_1+', 'relu2_…']);
});

const letter = fc.constantFrom('i', 'W', '7', '.', '+', ',', '/', '_', '-', '=', ' ', '猫', '😀');

test('no line is wider than it may be, and none is lost that fits', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: letter, maxLength: 60 }),
      fc.integer({ min: 3, max: 20 }),
      (text, width) => {
        const lines = wrap(text, width, 1000);
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        expect(wrap(text, width, 2).length).toBeLessThanOrEqual(2);
      },
    ),
  );
});
