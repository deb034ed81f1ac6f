import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexOf } from './document-index.ts';
import { downstreamOf, pathBetween, topologicalOrder, upstreamOf } from './order.ts';
import { build, styleTransfer } from './testing/build.ts';

/** A graph of pictures: `[0, 1]` is a wire from p0 to p1. */
function graphOf(size: number, wires: readonly (readonly [number, number])[]) {
  const nodes = Object.fromEntries(Array.from({ length: size }, (_, i) => [`p${i}`, 'picture']));
  return build(
    nodes,
    wires.map(([from, to], i) => `p${from % size}.picture → p${to % size}.many/s${i}`),
  );
}

const anyGraph = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 30 }))
  .map(([size, wires]) => graphOf(size, wires));

describe('the order of a document', () => {
  test('has each node after all that feed it, and lacks only what is in or below a circle', () => {
    fc.assert(
      fc.property(anyGraph, document => {
        const index = indexOf(document);
        const { order, circles } = topologicalOrder(index);
        for (const { from, to } of Object.values(document.edges)) {
          if (order.includes(to.node)) {
            expect(order.indexOf(from.node)).toBeGreaterThanOrEqual(0);
            expect(order.indexOf(from.node)).toBeLessThan(order.indexOf(to.node));
          }
        }
        const below = new Set(circles.flat().flatMap(node => [...downstreamOf(index, node)]));
        const leftOut = Object.keys(document.nodes).filter(id => !order.includes(id));
        // A circle below another circle is reported once the upper one is mended, yet left out at once.
        expect(new Set(leftOut)).toEqual(below);
      }),
    );
  });

  test('has circles that close along wires', () => {
    fc.assert(
      fc.property(anyGraph, document => {
        const wires = new Set(Object.values(document.edges).map(({ from, to }) => `${from.node} ${to.node}`));
        for (const circle of topologicalOrder(indexOf(document)).circles) {
          expect(new Set(circle).size).toBe(circle.length);
          circle.forEach((node, i) => {
            expect(wires).toContain(`${node} ${circle[(i + 1) % circle.length]}`);
          });
        }
      }),
    );
  });

  test('of a chain of 10,000 nodes is found without recursion', () => {
    const chain = graphOf(
      10_000,
      Array.from({ length: 9_999 }, (_, i) => [i, i + 1]),
    );
    expect(topologicalOrder(indexOf(chain)).order).toHaveLength(10_000);
    expect(pathBetween(indexOf(chain), 'p0', 'p9999')).toHaveLength(10_000);
  });
});

describe('a node', () => {
  const index = indexOf(styleTransfer);

  test('is computed from itself and all that lies upstream', () => {
    expect([...upstreamOf(index, 'style-gram')].sort()).toEqual(['style', 'style-gram', 'style-taps', 'vgg']);
  });

  test('feeds itself and all that lies downstream', () => {
    expect([...downstreamOf(index, 'smooth')].sort()).toEqual(['adam', 'out', 'smooth', 'total']);
  });

  test('leads to another by the shortest way, or not at all', () => {
    expect(pathBetween(index, 'picture', 'out')).toEqual(['picture', 'adam', 'out']);
    expect(pathBetween(index, 'out', 'picture')).toBeUndefined();
  });
});

test('a document has one index for as long as it lives', () => {
  expect(indexOf(styleTransfer)).toBe(indexOf(styleTransfer));
});
