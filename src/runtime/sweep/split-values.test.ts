import { expect, test } from 'vitest';
import { splitValues } from './split-values.ts';

test('commas stand between values, but for those in parentheses and behind backslashes', () => {
  expect(splitValues('1, 10 ,100')).toEqual(['1', '10', '100']);
  expect(splitValues('0,log(1,100,3)')).toEqual(['0', 'log(1,100,3)']);
  expect(splitValues('cat (1, small).jpg,a\\,b.jpg')).toEqual(['cat (1, small).jpg', 'a,b.jpg']);
  expect(splitValues('1)),2')).toEqual(['1))', '2']);
});

test('nothing between two commas is an empty value, which whoever reads it can refuse', () => {
  expect(splitValues('')).toEqual(['']);
  expect(splitValues('1,,2,')).toEqual(['1', '', '2', '']);
});
