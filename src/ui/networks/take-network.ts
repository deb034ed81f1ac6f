/** A network that was dropped: the Generator that it was dropped on takes it, else a new one does. */
import type { NodeId, Position } from '../../graph/document.ts';
import { freeNodeId, newNode } from '../../graph/insertion.ts';
import { own } from '../../graph/own.ts';
import { message } from '../../language/message.ts';
import { generator } from '../../nodes/generator.ts';
import { setParameter } from '../controls/set-parameter.ts';
import { act, openDocument, select } from '../state/editor.ts';
import { refuse } from '../state/notices.ts';
import { supplyNetwork } from './supply-network.ts';

export async function takeNetwork(
  file: File,
  to: { readonly node?: NodeId; readonly at: Position },
): Promise<void> {
  const supplied = await supplyNetwork([file]);
  if (!supplied.ok) return refuse(supplied.reason);
  const { node, at } = to;
  if (node !== undefined && own(openDocument().nodes, node)?.kind === generator.kind) {
    return setParameter(node, 'network', supplied.value);
  }
  const id = freeNodeId(openDocument(), generator.kind);
  const added = { ...newNode(generator, at), params: { network: supplied.value } };
  const done = act([{ type: 'add-node', id, node: added }], {
    label: message('images.added', { file: file.name }),
  });
  if (done.ok) select({ nodes: new Set([id]) });
  else refuse(done.reason);
}
