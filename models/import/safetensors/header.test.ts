import { describe, expect, test } from 'vitest';
import { granted, refusal } from '../../testing/outcome.ts';
import { headerLength, longestHeader, parseHeader } from './header.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const entry = (dtype: string, shape: number[], from: number, to: number) => ({
  dtype,
  shape,
  data_offsets: [from, to],
});
const whole = { a: entry('F32', [2], 0, 8), b: entry('U8', [3], 8, 11) };

/** Of a file that is as long as `header` says, or `longer` by so many bytes. */
const parse = (header: object | string, longer = 0) => {
  const text = utf8(typeof header === 'string' ? header : JSON.stringify(header));
  return parseHeader(text, 'f', 8 + text.length + 11 + longer);
};

test('the length that stands first is believed up to a bound', () => {
  const head = (length: bigint): Uint8Array => {
    const bytes = new Uint8Array(8);
    new DataView(bytes.buffer).setBigUint64(0, length, true);
    return bytes;
  };
  expect(headerLength(head(2n))).toBe(2);
  expect(headerLength(head(BigInt(longestHeader)))).toBe(longestHeader);
  for (const length of [0n, 1n, BigInt(longestHeader) + 1n, 100_000_000n, 2n ** 53n, 2n ** 64n - 1n]) {
    expect(headerLength(head(length)), `${length}`).toBeUndefined();
  }
  expect(headerLength(new Uint8Array(7))).toBeUndefined();
  // JSON, ZIP and HDF5 files do not pass for one.
  for (const begin of ['{"format"', '{\n  "fo', 'PK\x03\x04\x14\0\0\0', '\x89HDF\r\n\x1a\n']) {
    expect(headerLength(Uint8Array.from(begin, c => c.charCodeAt(0))), begin).toBeUndefined();
  }
});

test('tensors come in the order of the file, whatever the order of the header', () => {
  const { tensors, metadata } = granted(parse({ b: whole.b, __metadata__: { format: 'pt' }, a: whole.a }, 0));
  const begin = tensors[0]?.start ?? 0;
  expect(tensors).toEqual([
    { name: 'a', dtype: 'F32', shape: [2], start: begin, bytes: 8 },
    { name: 'b', dtype: 'U8', shape: [3], start: begin + 8, bytes: 3 },
  ]);
  expect(metadata).toEqual(new Map([['format', 'pt']]));
});

test('a header may end in spaces, and hold types that nobody here knows', () => {
  expect(parse(`${JSON.stringify(whole)}   `).ok).toBe(true);
  expect(parse({ a: entry('F4', [16], 0, 8), b: whole.b }).ok).toBe(true);
});

test('a scalar has one number, and a tensor without numbers takes no room', () => {
  expect(parse({ a: entry('F64', [], 0, 8), none: entry('F32', [3, 0], 8, 8), b: whole.b }).ok).toBe(true);
});

describe('D5 a header that lies is refused', () => {
  test.each<[string, object | string, string]>([
    ['no JSON', '{"a": ', 'The header of f cannot be read: the file is damaged, or no safetensors file.'],
    ['a list', '[1, 2]', 'The header of f cannot be read'],
    ['something before it', ` ${JSON.stringify(whole)}`, 'The header of f cannot be read'],
    ['a word', 'null', 'The header of f cannot be read'],
    ['no UTF-8', '{"\u{fffd}": ', 'The header of f cannot be read'],
    ['depth without end', `{"a":${'['.repeat(5e5)}`, 'The header of f cannot be read'],
    [
      'a name twice',
      `{"a": ${JSON.stringify(whole.a)}, "a": ${JSON.stringify(whole.a)}}`,
      'f names a twice.',
    ],
    [
      'a field twice',
      `{"a": {"dtype": "F32", "shape": [2], "shape": [2], "data_offsets": [0, 8]}}`,
      'f names shape twice.',
    ],
    ['no entry', { a: 5 }, 'The header of f does not say rightly what a is and where it lies'],
    ['a negative side', { a: entry('F32', [-2], 0, 8), b: whole.b }, 'does not say rightly what a is'],
    ['half a side', { a: entry('F32', [0.5], 0, 8), b: whole.b }, 'does not say rightly what a is'],
    ['an end before its begin', { a: entry('F32', [2], 8, 0), b: whole.b }, 'does not say rightly what a is'],
    [
      'a place beyond all numbers',
      `{"a": {"dtype": "F32", "shape": [2], "data_offsets": [0, 1e300]}}`,
      'does not say rightly what a is',
    ],
    ['nine sides', { a: entry('F32', Array(9).fill(1), 0, 4) }, 'does not say rightly what a is'],
    ['a prototype', `{"__proto__": {"dtype": 5}}`, 'does not say rightly what __proto__ is'],
    [
      'metadata that are no text',
      { ...whole, __metadata__: { a: 5 } },
      'f does not say what it should at a.',
    ],
    [
      'a length that is not its shape’s',
      { a: entry('F32', [3], 0, 8), b: whole.b },
      'f gives a 8 bytes, which is not what 3 numbers of the type F32 take',
    ],
    [
      'an overlap',
      { a: whole.a, b: entry('U8', [7], 4, 11) },
      'The header of f puts b where other weights lie already',
    ],
    [
      'the same place twice',
      { ...whole, c: whole.a },
      'The header of f puts c where other weights lie already',
    ],
    ['a gap', { a: whole.a, b: entry('U8', [2], 9, 11) }, 'The header of f leaves a gap before b'],
    [
      'a place behind the end',
      { ...whole, c: entry('U8', [1], 11, 12) },
      'f ends 1 bytes too early: c is not whole.',
    ],
    ['less than there is', { a: whole.a }, 'f has 3 bytes more than its header says'],
  ])('%s', (_, header, sentence) => {
    expect(refusal(parse(header))).toMatch(sentence);
  });

  test('names that would command a terminal are shown without their commands', () => {
    expect(refusal(parse({ 'a\u001b[31m': 5 }))).not.toMatch('\u001b');
  });
});
