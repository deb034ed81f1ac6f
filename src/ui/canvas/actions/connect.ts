import { own } from '../../../graph/own.ts';
import { message } from '../../../language/message.ts';
import { nodeKinds } from '../../../nodes/registry.ts';
import { openDocument, useEditor } from '../../state/editor.ts';
import { refuse } from '../../state/notices.ts';
import { beside } from '../node-search/beside.ts';
import { ask } from '../node-search/node-search-state.ts';

/** Makes a wire without a mouse: which port of the selected node, where it has several, then where to. */
export function startConnecting(): void {
  const [node] = useEditor.getState().selection.nodes;
  const kind = nodeKinds.get(own(openDocument().nodes, node ?? '')?.kind ?? '');
  if (node === undefined || !kind) {
    refuse(message('gesture.nothing-selected'));
    return;
  }
  const outputs = Object.keys(kind.outputs).map(port => ({ side: 'output', node, port }) as const);
  const inputs = Object.keys(kind.inputs).map(port => ({ side: 'input', node, port }) as const);
  const [only, ...others] = [...outputs, ...inputs];
  if (only && others.length === 0) ask({ type: 'end', at: beside(node, only.side), end: only });
  else ask({ type: 'port', node, at: beside(node, 'output') });
}
