import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { say } from '../../language/message.ts';
import type { GraphDocument } from '../document.ts';
import { anyDocument } from '../testing/arbitrary.ts';
import { build, styleTransfer } from '../testing/build.ts';
import { parseDocument } from './parse.ts';
import { serialiseDocument } from './serialise.ts';

function opened(text: string) {
  const parsed = parseDocument(text);
  if (!parsed.ok) throw new Error(parsed.reason.map(({ reason }) => say(reason)).join('\n'));
  return { document: parsed.value.document, repairs: parsed.value.repairs.map(repair => say(repair)) };
}

describe('a document', () => {
  test('comes back from its file as it was, with everything that nobody knows (D1)', () => {
    fc.assert(
      fc.property(anyDocument, document => {
        const parsed = parseDocument(serialiseDocument(document));
        expect(parsed).toEqual({ ok: true, value: { document, repairs: [] } });
      }),
    );
  });

  test('is written the same whatever the order in which it was made', () => {
    const { nodes, edges } = styleTransfer;
    const reversed: GraphDocument = {
      edges: Object.fromEntries(Object.entries(edges).reverse()),
      nodes: Object.fromEntries(Object.entries(nodes).reverse()),
      title: styleTransfer.title,
    };
    expect(serialiseDocument(reversed)).toBe(serialiseDocument(styleTransfer));
  });

  test('is written one thing a line, so that one change changes one line', () => {
    const document = build(
      { taps: { kind: 'layer-taps', layers: ['relu1_1', 'relu2_1'] }, a: 'image', total: 'weighted-sum' },
      ['a.image → taps.image', 'a.image → total.losses/b'],
    );
    expect(serialiseDocument(document)).toBe(`{
  "format": "gramarye",
  "schema": 1,
  "title": "Test",
  "nodes": {
    "a": {
      "kind": "image",
      "version": 1,
      "position": { "x": 0, "y": 0 },
      "params": {}
    },
    "taps": {
      "kind": "layer-taps",
      "version": 1,
      "position": { "x": 0, "y": 0 },
      "params": {
        "layers": ["relu1_1", "relu2_1"]
      }
    },
    "total": {
      "kind": "weighted-sum",
      "version": 1,
      "position": { "x": 0, "y": 0 },
      "params": {}
    }
  },
  "edges": [
    { "from": "a.image", "to": "taps.image" },
    { "from": "a.image", "to": "total.losses/b" }
  ]
}
`);
  });

  test('keeps the id of a wire where that is not the name of its input', () => {
    const { edges } = build({ a: 'image', out: 'output' }, ['a.image → out.image']);
    const edge = edges['out.image'];
    if (!edge) throw new Error();
    const document = { ...build({ a: 'image', out: 'output' }), edges: { wire7: edge } };
    expect(serialiseDocument(document)).toContain('{ "from": "a.image", "to": "out.image", "id": "wire7" }');
  });
});

describe('a file written by hand', () => {
  const text = `{
    "format": "gramarye", "schema": 1,
    "nodes": { "a": { "kind": "image" }, "out": { "kind": "output" } },
    "edges": [{ "from": "a.image", "to": "out.image" }]
  }`;

  test('may leave out positions, versions, parameters, titles and the ids of wires', () => {
    expect(opened(text).document).toEqual({
      ...build({ a: 'image', out: 'output' }, ['a.image → out.image']),
      title: '',
    });
  });

  test('may begin with a byte order mark', () => {
    expect(opened(`\uFEFF${text}`).repairs).toEqual([]);
  });

  test('with wires to nowhere opens without them, and says so', () => {
    const { document, repairs } = opened(text.replace('"from": "a.image"', '"from": "b.image"'));
    expect(document.edges).toEqual({});
    expect(repairs).toEqual(['The wire from `b.image` to `out.image` was dropped: there is no node `b`.']);
  });

  test('with two wires into one input keeps the last, and says so', () => {
    const edges = '[{ "from": "a.image", "to": "out.image" }, { "from": "out.x", "to": "out.image" }]';
    const { document, repairs } = opened(text.replace(/\[.*\]/, edges));
    expect(Object.values(document.edges).map(({ from }) => from.node)).toEqual(['out']);
    expect(repairs).toEqual([
      'Two wires entered `out.image`, which takes one; the one from `out.x` was kept, the one from `a.image` dropped.',
    ]);
  });

  test('with one id for two wires keeps both, and says so', () => {
    const edges =
      '[{ "id": "e", "from": "a.image", "to": "out.a" }, { "id": "e", "from": "a.image", "to": "out.b" }]';
    const { document, repairs } = opened(text.replace(/\[.*\]/, edges));
    expect(Object.keys(document.edges)).toEqual(['e', 'out.b']);
    expect(repairs).toHaveLength(1);
  });

  test('with the same node twice keeps the last, and says at which line', () => {
    const { repairs } = opened(text.replace('"out": {', '"a": { "kind": "picture" },\n"out": {'));
    expect(repairs).toEqual(['`a` stood twice, again at line 3; the last one was kept.']);
  });
});

describe('every released format opens for ever (D2)', () => {
  const released = new URL('../../../tests/fixtures/documents/', import.meta.url);
  const folders = readdirSync(released);

  test('and has its fixtures', () => {
    expect(folders).toContain('schema-1');
  });

  for (const folder of folders) {
    for (const name of readdirSync(new URL(`${folder}/`, released))) {
      const text = readFileSync(new URL(`${folder}/${name}`, released), 'utf8');

      test(`${folder}/${name} opens without a repair and comes back from its file`, () => {
        const { document, repairs } = opened(text);
        expect(repairs).toEqual([]);
        expect(Object.keys(document.nodes).length).toBeGreaterThan(0);
        expect(opened(serialiseDocument(document)).document).toEqual(document);
      });

      if (name.startsWith('saved-')) {
        test(`${folder}/${name}, saved again, is the same text`, () => {
          expect(serialiseDocument(opened(text).document)).toBe(text);
        });
      }
    }
  }

  test('unknown fields included, wherever they stand', () => {
    const { document } = opened(
      readFileSync(new URL('schema-1/saved-unknown-fields.gramarye.json', released), 'utf8'),
    );
    expect(document).toMatchObject({
      licence: 'CC-BY-4.0',
      nodes: { content: { colour: 'teal', position: { z: 1 }, params: { exposure: [0.5, { auto: true }] } } },
      edges: { 'taps.image': { reroute: [{ x: 120, y: 40 }] } },
    });
  });
});
