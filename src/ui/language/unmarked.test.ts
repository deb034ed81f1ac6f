import { expect, test } from 'vitest';
import { unmarked } from './unmarked.ts';

test('marks of stress and of names are not read aloud', () => {
  expect(unmarked('Of the side that *fit* names, in `relu1_1`.')).toBe(
    'Of the side that fit names, in relu1_1.',
  );
});
