import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits } from './apply.ts';
import type { Edge, GraphDocument, NodeId } from './document.ts';
import { targetKey, wireKey } from './ends.ts';
import { examine } from './examine.ts';
import { anyDocument, anyEdit } from './testing/arbitrary.ts';
import { styleTransfer } from './testing/build.ts';
import { testFacts, testRegistry } from './testing/kinds.ts';
import { validate } from './validate.ts';

/** Nonsense, and a sensible graph after a few edits. */
const someDocument = fc.oneof(
  anyDocument,
  fc.array(anyEdit(styleTransfer), { maxLength: 4 }).map(edits => {
    let document = styleTransfer;
    for (const edit of edits) {
      const applied = applyEdits(document, [edit]);
      if (applied.ok) document = applied.value;
    }
    return document;
  }),
);

/** The same graph with every node renamed and moved. */
function disguised(document: GraphDocument, nameOf: (id: NodeId) => NodeId): GraphDocument {
  const edges = Object.values(document.edges).map(
    ({ from, to }): Edge => ({
      from: { ...from, node: nameOf(from.node) },
      to: { ...to, node: nameOf(to.node) },
    }),
  );
  return {
    title: 'disguised',
    nodes: Object.fromEntries(
      Object.entries(document.nodes).map(([id, node]) => [
        nameOf(id),
        { ...node, title: `was ${id}`, position: { x: -node.position.y, y: 7 } },
      ]),
    ),
    edges: Object.fromEntries(edges.map(edge => [targetKey(edge.to), edge])),
  };
}

describe('whatever a document holds, its examination', () => {
  test('comes to an end with a list of problems, each at something that is there', () => {
    fc.assert(
      fc.property(someDocument, document => {
        const { problems, order } = examine(document, testRegistry, testFacts);
        for (const { node, edge } of problems) {
          if (node !== undefined) expect(document.nodes).toHaveProperty([node]);
          if (edge !== undefined) expect(document.edges).toHaveProperty([edge]);
        }
        for (const id of order) expect(document.nodes).toHaveProperty([id]);
      }),
    );
  });

  test('has either an error or everything', () => {
    fc.assert(
      fc.property(someDocument, document => {
        const checked = validate(document, testRegistry, testFacts);
        if (!checked.ok) return;
        const { document: part, order, params, wires } = checked.value;
        expect(new Set(order)).toEqual(new Set(Object.keys(part.nodes)));
        for (const id of order) expect(params).toHaveProperty([id]);
        for (const { from } of Object.values(part.edges)) expect(wires).toHaveProperty([wireKey(from)]);
      }),
    );
  });

  test('offers fixes that can be applied, and the problem is gone', () => {
    fc.assert(
      fc.property(someDocument, document => {
        for (const { fix, ...problem } of examine(document, testRegistry, testFacts).problems) {
          if (!fix) continue;
          const mended = applyEdits(document, fix.edits);
          expect(mended).toMatchObject({ ok: true });
          if (!mended.ok) continue;
          const left = examine(mended.value, testRegistry, testFacts).problems;
          expect(left).not.toContainEqual(expect.objectContaining(problem));
        }
      }),
    );
  });

  test('depends on no name and no position', () => {
    const nameOf = (id: NodeId) => `n-${id}`;
    fc.assert(
      fc.property(someDocument, document => {
        const plain = examine(document, testRegistry, testFacts);
        const other = examine(disguised(document, nameOf), testRegistry, testFacts);
        const told = ({ problems }: typeof plain, rename: (id: NodeId) => NodeId) =>
          problems.map(({ reason, node, port, param, severity }) => ({
            id: reason.id,
            node: node === undefined ? undefined : rename(node),
            port,
            param,
            severity,
          }));
        expect(told(other, id => id)).toEqual(told(plain, nameOf));
        expect(other.order).toEqual(plain.order.map(nameOf));
        expect(Object.values(other.wires)).toEqual(Object.values(plain.wires));
      }),
    );
  });
});
