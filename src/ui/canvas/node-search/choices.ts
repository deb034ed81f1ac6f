/**
 * What can be chosen, as data: the nodes that fit, the ports of a node, the ports at which a wire may end, and the
 * nodes of the graph.
 */
import { kindsThatFit, looseEndAt, type WireEnd } from '../../../graph/connectable.ts';
import type { GraphDocument, NodeId } from '../../../graph/document.ts';
import type { NodeKind } from '../../../graph/kind.ts';
import type { PortType } from '../../../graph/port-type.ts';
import type { MessageId } from '../../../language/message.ts';
import type { Text } from '../../../language/text.ts';
import { nodeKinds } from '../../../nodes/registry.ts';
import { useOwnPresets } from '../../presets/own-presets.ts';
import { insertPreset } from '../../presets/use-preset.ts';
import { groupOf, groups } from './groups.ts';
import { fittingPorts, nodesOf, portsOf } from './in-the-graph.ts';
import type { Search } from './node-search-state.ts';
import { placeNewNode } from './place-new-node.ts';

export interface Choice {
  readonly id: string;
  readonly title: string | Text;
  /** One line. */
  readonly detail: Text;
  /** Whose shape and colour stand before it. */
  readonly type?: PortType;
  /** The node of the graph that is meant. */
  readonly node?: NodeId;
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
      return search.connectedTo
        ? newNodes(document, search, search.connectedTo)
        : [...newNodes(document, search, undefined), { title: 'presets.own', choices: ownParts(search) }];
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
    case 'node':
      return [{ title: 'canvas.in-the-graph', choices: nodesOf(document) }];
  }
}

/** Groups that the person has saved as presets. */
const ownParts = ({ at }: Search): readonly Choice[] =>
  (useOwnPresets.getState().presets ?? [])
    .filter(({ of }) => of === 'part')
    .map(preset => ({
      id: `preset/${preset.id}`,
      title: preset.title,
      detail: { en: preset.summary, zh: preset.summary },
      choose: () => insertPreset(preset, at),
    }));

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
