import { describe, expect, test } from 'vitest';
import { addNodeEdits } from './add-node.ts';
import { applyEdits } from './apply.ts';
import type { GraphDocument } from './document.ts';
import { targetKey, wireKey } from './ends.ts';
import { build } from './testing/build.ts';
import { testRegistry } from './testing/kinds.ts';

function added(document: GraphDocument, name: string, options: Parameters<typeof addNodeEdits>[4] = {}) {
  const kind = testRegistry.get(name);
  if (!kind) throw new Error(name);
  const { id, edits } = addNodeEdits(document, testRegistry, kind, { x: 7, y: 9 }, options);
  const applied = applyEdits(document, edits);
  if (!applied.ok) throw new Error(applied.reason.id);
  const wires = Object.values(applied.value.edges).map(
    ({ from, to }) => `${wireKey(from)} → ${targetKey(to)}`,
  );
  return { id, node: applied.value.nodes[id], wires };
}

describe('a new node', () => {
  test('stands where it was asked for, unwired', () => {
    const { id, node, wires } = added(build({ image: 'image', vgg: 'encoder' }), 'image');
    expect(id).toBe('image-2');
    expect(node).toEqual({ kind: 'image', version: 1, params: {}, position: { x: 7, y: 9 } });
    expect(wires).toEqual([]);
  });

  test('takes the wire that was dropped, and the one thing that there is for each further input', () => {
    const document = build({ a: 'image', b: 'image', vgg: 'encoder' });
    const end = { side: 'output', node: 'a', port: 'image' } as const;
    expect(added(document, 'layer-taps', { connectedTo: end }).wires).toEqual([
      'a.image → layer-taps.image',
      'vgg.encoder → layer-taps.encoder',
    ]);
    const two = build({ a: 'image', vgg: 'encoder', other: 'encoder' });
    expect(added(two, 'layer-taps', { connectedTo: end }).wires).toEqual(['a.image → layer-taps.image']);
  });

  test('never takes the same thing twice: what a loss compares comes from two places', () => {
    const document = build({ gram: 'gram-matrix' });
    const end = { side: 'output', node: 'gram', port: 'gram' } as const;
    expect(added(document, 'style-loss', { connectedTo: end }).wires).toEqual([
      'gram.gram → style-loss.statistics',
    ]);
  });

  test('feeds the input that the wire was dragged from, in a slot where that takes many', () => {
    const document = build({ total: 'weighted-sum', p: 'picture' }, []);
    const end = { side: 'input', node: 'total', port: 'losses' } as const;
    expect(added(document, 'total-variation', { connectedTo: end }).wires).toEqual([
      'p.picture → total-variation.image',
      'total-variation.loss → total.losses/total-variation',
    ]);
  });

  test('is not fed by what lies below it', () => {
    const document = build({ taps: 'layer-taps', out: 'output', p: 'picture' }, ['p.picture → taps.image']);
    const end = { side: 'input', node: 'p', port: 'start' } as const;
    expect(added(document, 'optimiser', { connectedTo: end }).wires).toEqual([
      'p.picture → taps.image',
      'optimiser.result → p.start',
    ]);
  });

  test('stands alone where nothing of it fits', () => {
    const end = { side: 'output', node: 'a', port: 'image' } as const;
    expect(added(build({ a: 'image' }), 'encoder', { connectedTo: end }).wires).toEqual([]);
  });
});
