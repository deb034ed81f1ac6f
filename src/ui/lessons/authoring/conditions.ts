/** Conditions as they begin when they are chosen: about the first of the graph's things that they could be about. */
import type { GraphDocument, NodeId } from '../../../graph/document.ts';
import { type Condition, conditionSchema } from '../../../graph/lesson/condition.ts';
import { own } from '../../../graph/own.ts';
import type { Parameter } from '../../../graph/parameter.ts';
import { nodeKinds } from '../../../nodes/registry.ts';

export type ConditionType = Condition['type'];

export const conditionTypes: readonly ConditionType[] = conditionSchema.options.map(
  ({ shape }) => shape.type.value,
);

/** Undefined where the graph has nothing that it could be about. */
export function beginCondition(type: ConditionType, graph: GraphDocument): Condition | undefined {
  const ids = Object.keys(graph.nodes);
  const [first] = ids;
  const optimiser = ids.find(id => graph.nodes[id]?.kind === 'optimiser');
  switch (type) {
    case 'parameter': {
      const node = ids.find(id => Object.keys(paramsAt(graph, id)).length > 0);
      const [param] = Object.keys(paramsAt(graph, node ?? ''));
      return node === undefined || param === undefined ? undefined : { type, node, param };
    }
    case 'layers': {
      const [node] = withLayers(graph);
      return node === undefined ? undefined : { type, node, layers: ['relu1_1'], are: 'on' };
    }
    case 'flow':
      return first === undefined ? undefined : { type, node: first, is: 'muted' };
    case 'wire':
      return first === undefined ? undefined : { type, from: first, to: ids[1] ?? first };
    case 'node':
      return { type, kind: nodeKinds.kinds[0]?.kind ?? '' };
    case 'iterations':
      return optimiser === undefined ? undefined : { type, optimiser, count: 30 };
    case 'loss':
      return optimiser === undefined ? undefined : { type, optimiser, part: 0.5 };
    case 'restarted':
      return optimiser === undefined ? undefined : { type, optimiser };
    case 'selected':
    case 'viewed':
      return first === undefined ? undefined : { type, node: first };
    case 'compared':
      return { type };
  }
}

/** A condition with fields set; undefined takes one away. What would be none is left as it was. */
export function changeCondition(condition: Condition, changes: Readonly<Record<string, unknown>>): Condition {
  const fields = Object.entries({ ...condition, ...changes }).filter(([, value]) => value !== undefined);
  const changed = conditionSchema.safeParse(Object.fromEntries(fields));
  return changed.success ? changed.data : condition;
}

export const paramsAt = (graph: GraphDocument, id: NodeId): Readonly<Record<string, Parameter>> =>
  nodeKinds.get(own(graph.nodes, id)?.kind ?? '')?.params ?? {};

/** Nodes that tap or weigh layers. */
export const withLayers = (graph: GraphDocument): readonly NodeId[] =>
  Object.keys(graph.nodes).filter(id => paramsAt(graph, id).layers?.control.type === 'layers');
