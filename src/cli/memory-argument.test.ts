import { expect, test } from 'vitest';
import { bytesIn } from './memory-argument.ts';

test('sizes are read as people write them', () => {
  const read = Object.fromEntries(
    ['800MB', '1.5 GB', '2gib', '512m', '4096'].map(text => [text, bytesIn(text)]),
  );
  expect(read).toEqual({ '800MB': 8e8, '1.5 GB': 1.5e9, '2gib': 2 ** 31, '512m': 512e6, '4096': 4096 });
});

test('what is no size is none', () => {
  for (const text of ['', 'much', '0', '-1GB', '1TB', 'GB', '1.GB']) expect(bytesIn(text)).toBeUndefined();
});
