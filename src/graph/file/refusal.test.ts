import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { say } from '../../language/message.ts';
import { styleTransfer } from '../testing/build.ts';
import { defaultLimits } from './limits.ts';
import { type ParseOptions, parseDocument } from './parse.ts';
import { serialiseDocument } from './serialise.ts';

function refusals(text: string, options?: ParseOptions): readonly string[] {
  const parsed = parseDocument(text, options);
  return parsed.ok ? [] : parsed.reason.map(({ reason }) => say(reason));
}

const refusal = (text: string, options?: ParseOptions) => refusals(text, options)[0];

/** A file with these fields beside what every file has. */
const file = (fields: object): string =>
  JSON.stringify({ format: 'gramarye', schema: 1, nodes: {}, edges: [], ...fields });

describe('D5 a file is refused whole', () => {
  test('where it is no JSON, with line and column', () => {
    expect(refusal('')).toBe('The file is empty.');
    expect(refusal('{\n  "format": "gramarye"\n  "schema": 1\n}')).toBe(
      'The file is not valid JSON: a comma is missing at line 3, column 3.',
    );
    expect(refusal('{\r\n"a": 1,\r\n}')).toBe(
      'The file is not valid JSON: a field’s name in double quotes is missing at line 3, column 1.',
    );
    expect(refusal('{"a": [1, 2')).toMatch(/a closing bracket is missing at line 1, column 12/);
    expect(refusal('{"a": "b\nc"}')).toMatch(/a text has no end .* at line 1, column 7/);
    expect(refusal('{} // done')).toMatch(/a comment/);
  });

  test('where it is JSON, but no graph', () => {
    for (const text of ['[]', '3', 'null', '"gramarye"', '{"nodes": {}}', '{"format": "other"}']) {
      expect(refusal(text)).toMatch(/^This is JSON, but not a Gramarye graph/);
    }
  });

  test('where fields are missing or wrong, each with its place and what it should be', () => {
    const nodes = {
      a: {},
      b: { kind: 3 },
      c: { kind: 'image', version: 0 },
      d: { kind: 'image', position: { x: '1', y: 2 } },
      e: { kind: 'image', params: [] },
    };
    expect(refusals(file({ nodes, title: 7 }))).toEqual([
      '`title` in the file should be a text; it is 7.',
      '`nodes.a.kind` is missing in the file; it should be a text.',
      '`nodes.b.kind` in the file should be a text; it is 3.',
      '`nodes.c.version` in the file should be a whole number from 1; it is 0.',
      '`nodes.d.position.x` in the file should be a number; it is "1".',
      '`nodes.e.params` in the file should be a group of named fields in braces; it is [].',
    ]);
    expect(refusal('{"format": "gramarye", "schema": 1}')).toMatch(/^`nodes` is missing/);
  });

  test('where a wire does not say its ends', () => {
    const ends = ['content', 'a.b.c', 'a.image/x', 3];
    expect(refusals(file({ edges: ends.map(from => ({ from, to: 'a.b' })) }))).toEqual(
      ends.map(
        (from, i) =>
          `\`edges.${i}.from\` in the file should be an output, such as \`content.image\`; it is ${JSON.stringify(from)}.`,
      ),
    );
    expect(refusal(file({ edges: [{ from: 'a.b', to: 'a.b/' }] }))).toMatch(/should be an input, such as/);
  });

  test('where a node has a name that no wire could say', () => {
    expect(refusal(file({ nodes: { 'my node': { kind: 'image' } } }))).toMatch(/^`my node` cannot be a name/);
  });

  test('where it reaches for the objects of JavaScript', () => {
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      const text = `{"format": "gramarye", "schema": 1, "nodes": {"a": {"kind": "image", "params": {"${key}": {"polluted": 1}}}}}`;
      expect(refusal(text)).toMatch(new RegExp(`has a field named \`${key}\``));
      expect(refusal(text.replace('params', key))).toMatch(/has a field named/);
      expect(({} as { polluted?: number }).polluted).toBeUndefined();
    }
  });
});

describe('D5 a file is bounded', () => {
  test('in size', () => {
    expect(refusal('x'.repeat(101), { limits: { characters: 100 } })).toBe(
      'The file has 101 characters; Gramarye opens graphs of up to 100.',
    );
    expect(defaultLimits.characters).toBeLessThan(100_000_000);
  });

  test('in depth, before any parser climbs down', () => {
    const deep = 1_000_000;
    expect(refusal('['.repeat(deep) + ']'.repeat(deep))).toMatch(/nested more than 64 levels/);
    expect(refusal('{"a":'.repeat(deep))).toMatch(/nested more than 64 levels/);
    expect(refusal(file({ note: '[[['.repeat(1000), back: '\\"[[' }))).toBeUndefined();
  });

  test('in the length of a text', () => {
    expect(refusal(file({ title: 'x'.repeat(100_001) }))).toBe(
      '`title` is a text of 100,001 characters; up to 100,000 can be opened.',
    );
  });

  test('in nodes and wires', () => {
    const nodes = { a: { kind: 'image' }, b: { kind: 'image' }, c: { kind: 'image' } };
    expect(refusal(file({ nodes }), { limits: { nodes: 2 } })).toMatch(
      /has 3 nodes; Gramarye opens up to 2\./,
    );
    expect(refusal(file({ nodes, edges: [{}, {}] }), { limits: { edges: 1 } })).toMatch(/has 2 wires/);
  });
});

test('whatever happens to a file, it is opened or refused with a sentence, in both languages', () => {
  const text = serialiseDocument(styleTransfer);
  const mutation = fc.tuple(fc.nat(text.length), fc.nat(40), fc.oneof(fc.string(), fc.json()));
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), mutations => {
      const mutated = mutations.reduce((t, [at, cut, put]) => t.slice(0, at) + put + t.slice(at + cut), text);
      const parsed = parseDocument(mutated);
      const said = parsed.ok ? parsed.value.repairs : parsed.reason.map(({ reason }) => reason);
      for (const reason of said) {
        expect(say(reason)).not.toBe('');
        expect(say(reason, 'zh')).not.toBe('');
      }
    }),
    { numRuns: 500 },
  );
});
