import { expect, test } from 'vitest';
import { nameIn, webAddress } from './fetch-image.ts';

test('an address is one of the web, with or without its beginning', () => {
  expect(webAddress(' https://example.org/lake.jpg ')?.href).toBe('https://example.org/lake.jpg');
  expect(webAddress('example.org/lake.jpg')?.href).toBe('https://example.org/lake.jpg');
  for (const other of ['', 'lake.jpg is nice', 'file:///etc/passwd', 'javascript:alert(1)', '//']) {
    expect(webAddress(other), other).toBeUndefined();
  }
});

test('a picture is called what it is called there', () => {
  expect(nameIn(new URL('https://example.org/a/%E6%98%9F%E7%A9%BA.jpg?size=2'))).toBe('星空.jpg');
  expect(nameIn(new URL('https://example.org/'))).toBe('example.org');
  expect(nameIn(new URL('https://example.org/%E6.jpg'))).toBe('%E6.jpg');
});
