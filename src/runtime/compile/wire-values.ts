import type { NodeId } from '../../graph/document.ts';
import type { Stack } from '../../graph/wire.ts';
import type { Value } from '../ir/value.ts';
import type { Lowered } from './lowered.ts';
import type { WireValue } from './plan.ts';

/** Every value that a node's outputs carry, stacks and losses entry by entry. */
export const wireValues = (node: NodeId, leaving: Readonly<Record<string, Lowered>>): WireValue[] =>
  Object.entries(leaving).flatMap(([port, wire]) =>
    entriesOf(wire).map(({ entry, value }) => ({ node, port, value, ...(entry !== undefined && { entry }) })),
  );

function entriesOf(wire: Lowered): readonly { readonly entry?: string; readonly value: Value }[] {
  switch (wire.type) {
    case 'image':
    case 'mask':
    case 'picture':
    case 'result':
      return [{ value: wire.value }];
    case 'features':
    case 'statistics':
      return stacked(wire.layers);
    case 'loss':
      return wire.terms.map(({ name, value }) => ({ entry: name, value }));
    case 'encoder':
      return [];
  }
}

const stacked = (layers: Stack<Value>) => Object.entries(layers).map(([entry, value]) => ({ entry, value }));
