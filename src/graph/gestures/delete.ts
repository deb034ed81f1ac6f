/**
 * Things deleted. A node's gap is healed where types allow: what fed it feeds what it fed, so that taking a
 * Resize out of a wire leaves the wire.
 */
import type { GraphDocument, Source, Target } from '../document.ts';
import { indexOf, type Wiring } from '../document-index.ts';
import type { Edit } from '../edit.ts';
import { wireKey } from '../ends.ts';
import { addWire } from '../insertion.ts';
import type { Registry } from '../kind.ts';
import { own } from '../own.ts';
import { accepts, type PortType } from '../port-type.ts';
import { idsOf, type Thing } from './thing.ts';

export function deleteThings(
  document: GraphDocument,
  registry: Registry,
  things: readonly Thing[],
): readonly Edit[] {
  const gone = new Set([...idsOf(things, 'node')].filter(id => Object.hasOwn(document.nodes, id)));
  const { outgoing } = indexOf(document);
  const heal = healing(document, registry, gone);
  const healed = [...gone].flatMap(node =>
    (outgoing.get(node) ?? []).flatMap(({ edge: { from, to } }): Edit[] => {
      const source = gone.has(to.node) ? undefined : heal(from, to);
      return source ? [addWire(document, source, to)] : [];
    }),
  );
  return [
    ...healed,
    ...[...gone].map((id): Edit => ({ type: 'remove-node', id })),
    ...present(things, 'frame', document.frames).map((id): Edit => ({ type: 'remove-frame', id })),
    ...present(things, 'note', document.notes).map((id): Edit => ({ type: 'remove-note', id })),
  ];
}

const present = (things: readonly Thing[], type: Thing['type'], record: object = {}): string[] =>
  [...idsOf(things, type)].filter(id => Object.hasOwn(record, id));

/** For a wire that loses its source: the nearest source up the wires that stays and that its end takes. */
function healing(document: GraphDocument, registry: Registry, gone: ReadonlySet<string>) {
  const { incoming } = indexOf(document);
  const kindOf = (node: string) => registry.get(own(document.nodes, node)?.kind ?? '');

  const feeding = (node: string): readonly Wiring[] => {
    const inputs = kindOf(node)?.inputs ?? {};
    const ports = Object.keys(inputs);
    const wires = incoming.get(node) ?? [];
    // Of many wires none could stand for all of them; a single one can.
    const single = wires.filter(
      ({ edge: { to } }) => wires.filter(({ edge }) => wireKey(edge.to) === wireKey(to)).length === 1,
    );
    return single.toSorted((a, b) => ports.indexOf(a.edge.to.port) - ports.indexOf(b.edge.to.port));
  };

  /** Depth first, the first input of each node before its second. */
  const search = (node: string, wanted: PortType): Source | undefined => {
    const seen = new Set([node]);
    const open = feeding(node).toReversed();
    for (let wiring = open.pop(); wiring; wiring = open.pop()) {
      const { from } = wiring.edge;
      if (gone.has(from.node)) {
        if (!seen.has(from.node)) open.push(...feeding(from.node).toReversed());
        seen.add(from.node);
        continue;
      }
      const output = own(kindOf(from.node)?.outputs ?? {}, from.port);
      if (output && accepts(wanted, output.type)) return from;
    }
    return undefined;
  };

  return (from: Source, to: Target): Source | undefined => {
    const wanted = own(kindOf(to.node)?.inputs ?? {}, to.port);
    return wanted && search(from.node, wanted.type);
  };
}
