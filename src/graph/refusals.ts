/** Sentences that several checks have in common, so that the same fault always sounds the same. */
import { type Message, message } from '../language/message.ts';
import { closest } from './closest.ts';
import type { GraphDocument, NodeId } from './document.ts';
import type { NodeKind, Registry } from './kind.ts';

/** " Did you mean `style`?", or nothing. */
export function suggestion(word: string, candidates: Iterable<string>): Message | '' {
  const name = closest(word, candidates);
  return name === undefined ? '' : message('did-you-mean', { name });
}

/** A suggestion, or else the few names that there are. */
function suggestionOrNames(word: string, names: readonly string[]): Message | '' {
  const hint = suggestion(word, names);
  if (hint !== '' || names.length === 0 || names.length > 12) return hint;
  return message('has-these', { names: names.map(name => `\`${name}\``) });
}

export const unknownNode = (document: GraphDocument, node: NodeId): Message =>
  message('unknown-node', { node, hint: suggestion(node, Object.keys(document.nodes)) });

export const unknownKind = (registry: Registry, node: NodeId, kind: string): Message =>
  message('unknown-kind', {
    node,
    kind,
    hint: suggestion(
      kind,
      registry.kinds.map(known => known.kind),
    ),
  });

export const unknownPort = (side: 'input' | 'output', node: NodeId, kind: NodeKind, port: string): Message =>
  message(`unknown-${side}`, {
    node,
    kind: kind.title,
    port,
    hint: suggestionOrNames(port, Object.keys(side === 'input' ? kind.inputs : kind.outputs)),
  });

export const unknownParameter = (node: NodeId, kind: NodeKind, param: string): Message =>
  message('unknown-parameter', {
    node,
    kind: kind.title,
    param,
    hint: suggestionOrNames(param, Object.keys(kind.params)),
  });

const longestCircleShown = 8;

/** `circle` is along the wires, its first node not repeated at its end. */
export function circleRefusal(circle: readonly NodeId[]): Message {
  const round = [...circle, ...circle.slice(0, 1)];
  const shown = round.length > longestCircleShown ? [...round.slice(0, 4), '…', ...round.slice(-2)] : round;
  return message('circle', { path: shown.join(' → ') });
}
