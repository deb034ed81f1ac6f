/** The edits that mend a document, each with the words on its button. */
import { message } from '../language/message.ts';
import type { Edge, EdgeId, GraphDocument, NodeId, ParameterValue, Target } from './document.ts';
import { indexOf } from './document-index.ts';
import { edgeIdFor, targetKey, wireKey } from './ends.ts';
import { insertion, outputsFor } from './insertion.ts';
import type { NodeKind, Registry } from './kind.ts';
import { downstreamOf } from './order.ts';
import { own } from './own.ts';
import { showValue } from './parameter-value.ts';
import { accepts, type PortType } from './port-type.ts';
import type { Fix } from './problem.ts';

/**
 * Some fixes take a look at the whole document. Nobody mends hundreds of problems one by one, so only the
 * first ones are looked for, and examining a large broken document stays linear.
 */
export function fixBudget(left = 100): FixBudget {
  let remaining = left;
  return { look: find => (remaining-- > 0 ? find() : undefined) };
}

export interface FixBudget {
  look(find: () => Fix | undefined): Fix | undefined;
}

export const removeEdgeFix = (id: EdgeId, { from, to }: Edge): Fix => ({
  label: message('fix-remove-edge', { from: wireKey(from), to: targetKey(to) }),
  edits: [{ type: 'remove-edge', id }],
});

export const setFlowFix = (node: NodeId, flow: 'normal' | 'muted'): Fix => ({
  label: message(flow === 'normal' ? 'fix-flow-normal' : 'fix-flow-muted', { node }),
  edits: [{ type: 'set-flow', node, flow }],
});

export const setParameterFix = (node: NodeId, param: string, value: ParameterValue): Fix => ({
  label: message('fix-set', { path: `${node}.${param}`, value: showValue(value) }),
  edits: [{ type: 'set-parameter', node, param, value }],
});

/**
 * What could feed the unwired input `to`: the one output of the document that fits, else a new node of the
 * one kind that gives such a thing. Where there is a choice, it is the person's.
 */
export function feedingFix(
  document: GraphDocument,
  registry: Registry,
  to: Target,
  type: PortType,
): Fix | undefined {
  const below = downstreamOf(indexOf(document), to.node);
  const [from, ...others] = outputsFor(document, registry, type, below);
  if (others.length > 0) return undefined;
  if (from) {
    return {
      label: message('fix-connect', { from: wireKey(from) }),
      edits: [{ type: 'add-edge', id: edgeIdFor(document, to), edge: { from, to } }],
    };
  }

  const giver = giverOf(registry, type);
  if (!giver) return undefined;
  const { x, y } = own(document.nodes, to.node)?.position ?? { x: 0, y: 0 };
  return {
    label: message('fix-insert', { kind: giver.kind.title }),
    edits: insertion(document, registry, {
      kind: giver.kind,
      output: giver.output,
      to,
      position: { x: x - columnWidth, y },
    }),
  };
}

/** The one kind that gives `type` out of nothing, as Image gives an image, or else the one that gives it at all. */
function giverOf(registry: Registry, type: PortType): { kind: NodeKind; output: string } | undefined {
  const givers = registry.kinds.flatMap(kind => {
    const output = Object.entries(kind.outputs).find(([, port]) => accepts(type, port.type));
    return output ? [{ kind, output: output[0] }] : [];
  });
  const sources = givers.filter(({ kind }) => Object.values(kind.inputs).every(port => port.arity !== 'one'));
  const [giver, ...others] = sources.length > 0 ? sources : givers;
  return others.length === 0 ? giver : undefined;
}

/** About a node and the gap beside it. */
const columnWidth = 280;
