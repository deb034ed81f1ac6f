import type { NodeId, ParameterValue } from '../../graph/document.ts';
import { nameOfNode } from '../../graph/node-name.ts';
import type { Parameter } from '../../graph/parameter.ts';
import { message } from '../../language/message.ts';
import { nodeKinds } from '../../nodes/registry.ts';
import { act, openDocument } from '../state/editor.ts';
import { refuse } from '../state/notices.ts';

/** Whether `value` says the same as the parameter's default. */
export function isDefault(parameter: Parameter, value: ParameterValue): boolean {
  return canonical(value) === canonical(parameter.default);
}

/** Gives a parameter its default back. */
export function resetParameter(node: NodeId, param: string, { default: value, title }: Parameter): void {
  const label = message('control.reset-of', {
    node: nameOfNode(openDocument(), node, nodeKinds),
    what: title,
  });
  const done = act([{ type: 'set-parameter', node, param, value }], { label });
  if (!done.ok) refuse(done.reason);
}

/** Neither the order of weights' names nor that of layers says anything. */
function canonical(value: ParameterValue): string {
  if (isList(value)) return JSON.stringify([...value].map(canonical).sort());
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const isList = (value: ParameterValue): value is readonly ParameterValue[] => Array.isArray(value);
