/** Nodes muted, bypassed, or switched on again. */
import { type Message, message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';
import { mayBypass } from '../bypass.ts';
import type { Flow, GraphDocument, NodeId } from '../document.ts';
import type { Edit } from '../edit.ts';
import type { Registry } from '../kind.ts';
import { own } from '../own.ts';

/**
 * Switches the nodes as a key does: all to `flow`, or all on again if they are all so already. Of several,
 * those that can be bypassed are; refused is only where none can.
 */
export function toggleFlow(
  document: GraphDocument,
  registry: Registry,
  ids: readonly NodeId[],
  flow: Flow,
): Result<readonly Edit[]> {
  const there = ids.filter(id => Object.hasOwn(document.nodes, id));
  if (there.length === 0) return failure(message('gesture.nothing-selected'));
  const refusals: Message[] = [];
  const able = there.filter(id => {
    const refusal = flow === 'bypassed' ? refuseBypass(document, registry, id) : undefined;
    if (refusal) refusals.push(refusal);
    return !refusal;
  });
  const [refusal] = refusals;
  if (able.length === 0 && refusal) return failure(refusal);
  const isOff = able.every(id => own(document.nodes, id)?.flow === flow);
  return success(able.map(node => ({ type: 'set-flow', node, flow: isOff ? 'normal' : flow })));
}

function refuseBypass(document: GraphDocument, registry: Registry, id: NodeId): Message | undefined {
  const kind = registry.get(own(document.nodes, id)?.kind ?? '');
  const bypass = kind && mayBypass(kind);
  return bypass?.allowed === false ? bypass.reason : undefined;
}
