import type { NodeId, ParameterValue } from '../../graph/document.ts';
import { nameOfNode } from '../../graph/node-name.ts';
import { own } from '../../graph/own.ts';
import type { Parameter } from '../../graph/parameter.ts';
import { message } from '../../language/message.ts';
import { nodeKinds } from '../../nodes/registry.ts';
import { act, openDocument, useEditor } from '../state/editor.ts';
import { refuse } from '../state/notices.ts';

/** Gives a parameter of the open document another value; changes with the same gesture are one step of history. */
export function setParameter(node: NodeId, param: string, value: ParameterValue, gesture?: string): void {
  const parameter = parameterOf(node, param);
  if (!parameter) return;
  const label = message('control.set', {
    node: nameOfNode(openDocument(), node, nodeKinds),
    what: parameter.title,
  });
  const done = act([{ type: 'set-parameter', node, param, value }], {
    label,
    ...(gesture !== undefined && { merge: gesture }),
  });
  if (!done.ok) refuse(done.reason);
}

function parameterOf(node: NodeId, param: string): Parameter | undefined {
  const kind = own(openDocument().nodes, node)?.kind;
  return kind === undefined ? undefined : own(nodeKinds.get(kind)?.params ?? {}, param);
}

/**
 * The value of a parameter that counts: its default where none is set, or where what is set cannot be taken,
 * which is then one of the node's problems.
 */
export function parameterValue(parameter: Parameter, stored: ParameterValue | undefined): ParameterValue {
  const kept = parameter.schema.safeParse(stored);
  return kept.success ? kept.data : parameter.default;
}

/** What the open document says of a parameter. */
export const useStored = (node: NodeId, param: string): ParameterValue | undefined =>
  useEditor(({ history }) => own(own(history.document.nodes, node)?.params ?? {}, param));
