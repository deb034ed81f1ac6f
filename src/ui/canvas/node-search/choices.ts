/** What can be chosen, as data: the nodes that fit, the ports of a node, the ports at which a wire may end. */
import { connectable, kindsThatFit, looseEndAt, type WireEnd } from '../../../graph/connectable.ts';
import type { GraphDocument } from '../../../graph/document.ts';
import { wireKey } from '../../../graph/ends.ts';
import type { NodeKind } from '../../../graph/kind.ts';
import { own } from '../../../graph/own.ts';
import type { PortType } from '../../../graph/port-type.ts';
import { portTypeName } from '../../../graph/port-type-text.ts';
import type { MessageId } from '../../../language/message.ts';
import type { Text } from '../../../language/text.ts';
import { nodeKinds } from '../../../nodes/registry.ts';
import { joinEnds } from '../wire-gestures.ts';
import { groupOf, groups } from './groups.ts';
import { ask, type Search } from './node-search-state.ts';
import { placeNewNode } from './place-new-node.ts';

export interface Choice {
  readonly id: string;
  readonly title: string | Text;
  /** One line. */
  readonly detail: Text;
  /** Whose shape and colour stand before it. */
  readonly type?: PortType;
  choose(): void;
}

export interface ChoiceGroup {
  readonly title: Text | MessageId;
  readonly choices: readonly Choice[];
}

export function choicesFor(document: GraphDocument, search: Search): readonly ChoiceGroup[] {
  const found = all(document, search);
  return found.filter(({ choices }) => choices.length > 0);
}

function all(document: GraphDocument, search: Search): readonly ChoiceGroup[] {
  switch (search.type) {
    case 'new-node':
      return newNodes(document, search, search.connectedTo);
    case 'port':
      return [
        { title: 'canvas.outputs', choices: portsOf(document, search, 'output') },
        { title: 'canvas.inputs', choices: portsOf(document, search, 'input') },
      ];
    case 'end':
      return [
        { title: 'canvas.in-the-graph', choices: fittingPorts(document, search.end) },
        ...newNodes(document, search, search.end),
      ];
  }
}

function newNodes(
  document: GraphDocument,
  { at }: Search,
  connectedTo: WireEnd | undefined,
): readonly ChoiceGroup[] {
  const loose = connectedTo && looseEndAt(document, nodeKinds, connectedTo);
  const kinds = loose ? kindsThatFit(nodeKinds, loose).map(({ kind }) => kind) : nodeKinds.kinds;
  return groups.map(title => ({
    title,
    choices: kinds
      .filter(kind => groupOf(kind) === title)
      .map(kind => ({
        id: `new/${kind.kind}`,
        title: kind.title,
        detail: kind.summary,
        ...typeOf(kind),
        choose: () => placeNewNode(kind, at, connectedTo),
      })),
  }));
}

function typeOf(kind: NodeKind): { readonly type?: PortType } {
  const [port] = [...Object.values(kind.outputs), ...Object.values(kind.inputs)];
  return port ? { type: port.type } : {};
}

function portsOf(
  document: GraphDocument,
  search: Search & { readonly type: 'port' },
  side: WireEnd['side'],
): readonly Choice[] {
  const { node, at } = search;
  const kind = nodeKinds.get(own(document.nodes, node)?.kind ?? '');
  const ports: NodeKind['inputs'] = (side === 'output' ? kind?.outputs : kind?.inputs) ?? {};
  return Object.entries(ports).map(([port, { type, title }]) => ({
    id: `${side}/${port}`,
    title,
    detail: portTypeName[type],
    type,
    choose: () => ask({ type: 'end', at, end: { side, node, port } }),
  }));
}

function fittingPorts(document: GraphDocument, end: WireEnd): readonly Choice[] {
  const side = end.side === 'output' ? 'input' : 'output';
  const fits = connectable(document, nodeKinds, end);
  return Object.entries(document.nodes).flatMap(([node, { kind: name, title: given }]) => {
    const kind = nodeKinds.get(name);
    const ports: NodeKind['inputs'] = (side === 'output' ? kind?.outputs : kind?.inputs) ?? {};
    return Object.entries(ports).flatMap(([port, { type, title }]): Choice[] =>
      kind && fits.has(wireKey({ node, port }))
        ? [
            {
              id: wireKey({ node, port }),
              title: given ?? kind.title,
              detail: title,
              type,
              choose: () => joinEnds(end, { side, node, port }),
            },
          ]
        : [],
    );
  });
}
