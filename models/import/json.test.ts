import { expect, test } from 'vitest';
import { z } from 'zod';
import { say } from '../../src/language/message.ts';
import { checkJson, parseJson } from './json.ts';

const schema = z.object({ a: z.array(z.strictObject({ b: z.number() })) });
const where = (value: unknown): string => {
  const checked = checkJson(schema, value, 'f.json');
  return checked.ok ? 'fine' : say(checked.reason);
};

test('what a schema refuses is found by its path', () => {
  expect(where({ a: [{ b: 1 }] })).toBe('fine');
  expect(where({ a: [{ b: 1 }, { b: '2' }] })).toBe('f.json does not say what it should at a[1].b.');
  expect(where({ a: [{ b: 1, '\u001b[2J': 1 }] })).toBe('f.json does not say what it should at a[0].�[2J.');
  expect(where(3)).toBe('f.json does not say what it should at {}.');
});

test('D5 bytes that are no JSON, or nested without end, are a refusal', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  expect(parseJson(bytes('{"a": 1}'), 'f.json')).toEqual({ ok: true, value: { a: 1 } });
  expect(parseJson(bytes('{"a": NaN}'), 'f.json').ok).toBe(false);
  expect(parseJson(Uint8Array.of(0x22, 0xff, 0x22), 'f.json').ok).toBe(false);
  expect(parseJson(bytes('['.repeat(1e6)), 'f.json').ok).toBe(false);
});
