import { zlibSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { say } from '../../language/message.ts';
import { deflated, inflated } from './deflate.ts';

const reason = (result: ReturnType<typeof inflated>) => (result.ok ? result.value : say(result.reason));

describe.each(['raw', 'zlib'] as const)('deflated %s', wrapping => {
  test('a text comes back as it was', () => {
    for (const text of ['', 'a', '色彩 “and” \u{1F3A8}\n'.repeat(5000)]) {
      expect(inflated(deflated(text, wrapping), wrapping, 1e6)).toEqual({ ok: true, value: text });
    }
  });

  test('D5 what is cut short or altered is refused', () => {
    const bytes = deflated('The picture and how it was made. '.repeat(20), wrapping);
    expect(reason(inflated(bytes.subarray(0, bytes.length - 9), wrapping, 1e6))).toMatch(/damaged/);
    expect(reason(inflated(new Uint8Array(), wrapping, 1e6))).toMatch(/damaged/);
    expect(reason(inflated(Uint8Array.of(255, 255, 255), wrapping, 1e6))).toMatch(/damaged/);
  });
});

test('D5 what inflates to more than it may is given up long before its end', () => {
  const bomb = zlibSync(new Uint8Array(200e6), { level: 9 });
  expect(bomb.length).toBeLessThan(250_000);
  expect(reason(inflated(bomb, 'zlib', 100_000))).toMatch(/more than 100,000/);
});

test('D5 what is no text is refused', () => {
  expect(reason(inflated(zlibSync(Uint8Array.of(0xc3, 0x28)), 'zlib', 100))).toMatch(/damaged/);
});
