/** A node by itself: is its kind known, and are its parameters among those that the kind takes? */
import { message } from '../language/message.ts';
import type { GraphNode, NodeId, ParameterValue } from './document.ts';
import { setParameterFix } from './fixes.ts';
import type { Registry } from './kind.ts';
import { own } from './own.ts';
import type { Parameter } from './parameter.ts';
import { expectation, nearestValue, showValue } from './parameter-value.ts';
import type { Problem } from './problem.ts';
import { unknownKind, unknownParameter } from './refusals.ts';

export interface CheckedNode {
  readonly problems: readonly Problem[];
  /** Every parameter that the kind has, defaults filled in; absent if one cannot be used. */
  readonly params?: Readonly<Record<string, ParameterValue>>;
}

export function checkNode(registry: Registry, id: NodeId, node: GraphNode): CheckedNode {
  const kind = registry.get(node.kind);
  if (!kind) {
    return { problems: [{ severity: 'error', node: id, reason: unknownKind(registry, id, node.kind) }] };
  }
  if (node.version > kind.version) {
    const { title, version: known } = kind;
    const reason = message('newer-kind', { node: id, kind: title, version: node.version, known });
    return { problems: [{ severity: 'error', node: id, reason }] };
  }

  const problems: Problem[] = [];
  const params: Record<string, ParameterValue> = {};
  for (const [name, parameter] of Object.entries(kind.params)) {
    const value = own(node.params, name);
    const checked = parameter.schema.safeParse(value === undefined ? parameter.default : value);
    if (checked.success) params[name] = checked.data;
    else problems.push(valueRefused(id, name, parameter, value ?? null));
  }
  const usable = problems.length === 0;
  for (const name of Object.keys(node.params)) {
    if (Object.hasOwn(kind.params, name)) continue;
    problems.push({
      severity: 'warning',
      node: id,
      param: name,
      reason: unknownParameter(id, kind, name),
    });
  }
  return { problems, ...(usable && { params }) };
}

const valueRefused = (node: NodeId, param: string, parameter: Parameter, value: ParameterValue): Problem => ({
  severity: 'error',
  node,
  param,
  reason: message('parameter-refused', {
    path: `${node}.${param}`,
    expected: expectation(parameter),
    value: showValue(value),
  }),
  fix: setParameterFix(node, param, nearestValue(parameter, value)),
});
