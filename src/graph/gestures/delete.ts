/**
 * Things deleted. A node's gap is healed where types allow: what fed it feeds what it fed, so that taking a
 * Resize out of a wire leaves the wire, led as both its halves were.
 */
import type { GraphDocument, Position, Source, Target } from '../document.ts';
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
    (outgoing.get(node) ?? []).flatMap(({ edge: { from, to, via = [] } }): Edit[] => {
      const way = gone.has(to.node) ? undefined : heal(from, to);
      return way ? [addWire(document, way.from, to, [...way.via, ...via])] : [];
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

/** The source of a wire, and the points that lead from it so far. */
interface Way {
  readonly from: Source;
  readonly via: readonly Position[];
}

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
  const search = (node: string, wanted: PortType): Way | undefined => {
    const seen = new Set([node]);
    const waysInto = (id: string, after: Way['via'] = []) =>
      feeding(id)
        .map(({ edge: { from, via = [] } }): Way => ({ from, via: [...via, ...after] }))
        .toReversed();
    const open = waysInto(node);
    for (let way = open.pop(); way; way = open.pop()) {
      const { from, via } = way;
      if (gone.has(from.node)) {
        if (!seen.has(from.node)) open.push(...waysInto(from.node, via));
        seen.add(from.node);
        continue;
      }
      const output = own(kindOf(from.node)?.outputs ?? {}, from.port);
      if (output && accepts(wanted, output.type)) return way;
    }
    return undefined;
  };

  return (from: Source, to: Target): Way | undefined => {
    const wanted = own(kindOf(to.node)?.inputs ?? {}, to.port);
    return wanted && search(from.node, wanted.type);
  };
}
