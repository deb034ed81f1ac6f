import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { say } from '../language/message.ts';
import { applyEdits } from './apply.ts';
import type { GraphDocument } from './document.ts';
import type { Edit } from './edit.ts';
import { targetKey } from './ends.ts';
import { anyDocument, anyEdit } from './testing/arbitrary.ts';
import { build, styleTransfer } from './testing/build.ts';

function edited(document: GraphDocument, ...edits: readonly Edit[]): GraphDocument {
  const applied = applyEdits(document, edits);
  if (!applied.ok) throw new Error(say(applied.reason));
  return applied.value;
}

function refusalOf(document: GraphDocument, edit: Edit): string {
  const applied = applyEdits(document, [edit]);
  return applied.ok ? 'applied' : say(applied.reason);
}

const image = { kind: 'image', version: 1, params: {}, position: { x: 1, y: 2 } };

describe('an edit', () => {
  test('adds, moves, names and sets', () => {
    const document = edited(
      build({}),
      { type: 'add-node', id: 'a', node: image },
      { type: 'move-node', id: 'a', position: { x: 3, y: 4 } },
      { type: 'rename-node', id: 'a', title: 'Lake' },
      { type: 'set-parameter', node: 'a', param: 'source', value: 'sample:lake' },
      { type: 'rename-document', title: 'Mine' },
    );
    expect(document).toEqual({
      title: 'Mine',
      nodes: {
        a: { ...image, title: 'Lake', position: { x: 3, y: 4 }, params: { source: 'sample:lake' } },
      },
      edges: {},
    });
  });

  test('that takes the title away leaves none behind', () => {
    const named = edited(build({ a: 'image' }), { type: 'rename-node', id: 'a', title: 'Lake' });
    expect(edited(named, { type: 'rename-node', id: 'a', title: '' })).toEqual(build({ a: 'image' }));
  });

  test('that removes a node removes its wires', () => {
    const document = edited(styleTransfer, { type: 'remove-node', id: 'picture' });
    const ends = Object.values(document.edges).flatMap(({ from, to }) => [from.node, to.node]);
    expect(ends).not.toContain('picture');
    expect(Object.keys(document.edges)).toHaveLength(Object.keys(styleTransfer.edges).length - 4);
  });

  test('that wires a wired input replaces its wire', () => {
    const document = build({ a: 'image', b: 'image', out: 'output' }, ['a.image → out.image']);
    const edge = { from: { node: 'b', port: 'image' }, to: { node: 'out', port: 'image' } };
    const expected = { ...document, edges: { 'out.image': edge } };
    expect(edited(document, { type: 'add-edge', id: 'out.image', edge })).toEqual(expected);
    expect(edited(document, { type: 'add-edge', id: 'other', edge }).edges).toEqual({ other: edge });
  });

  test('sees what the edits before it did', () => {
    const edge = { from: { node: 'b', port: 'image' }, to: { node: 'out', port: 'image' } };
    const document = edited(
      build({ out: 'output' }),
      { type: 'add-node', id: 'b', node: image },
      { type: 'add-edge', id: 'e', edge },
      { type: 'remove-node', id: 'out' },
    );
    expect(document.edges).toEqual({});
  });

  test('keeps fields that nobody knows (D1)', () => {
    const position = { x: 0, y: 0, z: 7 };
    const document = edited(
      build({}),
      { type: 'add-node', id: 'a', node: { ...image, position, colour: 'red' } as typeof image },
      { type: 'move-node', id: 'a', position: { x: 5, y: 5 } },
    );
    expect(document.nodes.a).toMatchObject({ colour: 'red', position: { x: 5, y: 5, z: 7 } });
  });

  test('leaves what it does not touch as the very same objects', () => {
    const document = edited(styleTransfer, {
      type: 'set-parameter',
      node: 'loss',
      param: 'weight',
      value: 2,
    });
    expect(document.edges).toBe(styleTransfer.edges);
    for (const [id, node] of Object.entries(document.nodes)) {
      if (id !== 'loss') expect(node).toBe(styleTransfer.nodes[id]);
    }
    expect(styleTransfer.nodes.loss?.params).toEqual({});
  });
});

describe('an edit is refused', () => {
  const document = build({ a: 'image', out: 'output' }, ['a.image → out.image']);

  test('where its node or wire is not there', () => {
    expect(refusalOf(document, { type: 'remove-node', id: 'b' })).toBe(
      'There is no node `b`. Did you mean `a`?',
    );
    expect(refusalOf(document, { type: 'move-node', id: 'toString', position: { x: 0, y: 0 } })).toMatch(
      /no node/,
    );
    expect(refusalOf(document, { type: 'remove-edge', id: 'constructor' })).toMatch(/no wire/);
    const edge = { from: { node: 'a', port: 'image' }, to: { node: 'gone', port: 'image' } };
    expect(refusalOf(document, { type: 'add-edge', id: 'e', edge })).toMatch(/no node `gone`/);
  });

  test('where its name is taken or no file could hold it', () => {
    expect(refusalOf(document, { type: 'add-node', id: 'a', node: image })).toMatch(/is a node `a` already/);
    for (const id of ['', 'a.b', 'a/b', '__proto__', 'constructor', '1', 'ä', 'a b']) {
      expect(refusalOf(document, { type: 'add-node', id, node: image })).toMatch(/cannot be a name/);
    }
    const edge = { from: { node: 'a', port: 'image' }, to: { node: 'out', port: 'other' } };
    expect(refusalOf(document, { type: 'add-edge', id: 'out.image', edge })).toMatch(/another input/);
  });

  test('where its value is no JSON', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, [[Number.NaN]], 'x'.repeat(100_001)]) {
      expect(refusalOf(document, { type: 'set-parameter', node: 'a', param: 'p', value })).toMatch(
        /cannot be kept/,
      );
    }
    for (const param of ['__proto__', 'constructor', 'prototype']) {
      expect(refusalOf(document, { type: 'set-parameter', node: 'a', param, value: 1 })).toMatch(
        /cannot be kept/,
      );
    }
    expect(refusalOf(document, { type: 'move-node', id: 'a', position: { x: Number.NaN, y: 0 } })).toMatch(
      /cannot be kept/,
    );
  });

  test('and all edits of its list with it', () => {
    const applied = applyEdits(document, [
      { type: 'rename-document', title: 'Changed' },
      { type: 'remove-node', id: 'gone' },
    ]);
    expect(applied.ok).toBe(false);
    expect(document.title).toBe('Test');
  });
});

test('edits never leave a wire without its ends, or an input with two wires', () => {
  const documentAndEdits = anyDocument.chain(document =>
    fc.tuple(fc.constant(document), fc.array(anyEdit(document), { maxLength: 12 })),
  );
  fc.assert(
    fc.property(documentAndEdits, ([start, edits]) => {
      let document = start;
      for (const edit of edits) {
        const applied = applyEdits(document, [edit]);
        if (applied.ok) document = applied.value;
      }
      const wires = Object.values(document.edges);
      for (const { from, to } of wires) {
        expect(Object.hasOwn(document.nodes, from.node) && Object.hasOwn(document.nodes, to.node)).toBe(true);
      }
      expect(new Set(wires.map(({ to }) => targetKey(to))).size).toBe(wires.length);
    }),
  );
});
