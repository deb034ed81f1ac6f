import type { NodeId } from '../../graph/document.ts';
import type { NodeKind } from '../../graph/kind.ts';
import { own } from '../../graph/own.ts';
import { type MessageId, message } from '../../language/message.ts';
import type { NodeReport } from '../../runtime/session/events.ts';
import { useWords } from '../language/words.ts';
import { useEditor } from '../state/editor.ts';
import { usePainting } from '../state/painting.ts';
import { nodeLabelId } from './flow-graph.ts';

/** What a screen reader calls a node: "Gram matrix, Gram of the style, done". */
export function NodeName({ id, kind }: { readonly id: NodeId; readonly kind: NodeKind }) {
  const words = useWords();
  const title = useEditor(({ history }) => own(history.document.nodes, id)?.title);
  const flow = useEditor(({ history }) => own(history.document.nodes, id)?.flow);
  const state = usePainting(({ reports, problemsAt }) =>
    problemsAt[id]?.some(({ severity }) => severity === 'error') ? 'failed' : reports[id]?.state,
  );
  const stateText = message(flow ? `canvas.state.${flow}` : stateMessage[state ?? 'waiting']);
  const name =
    title === undefined
      ? message('canvas.node-name-untitled', { kind: kind.title, state: stateText })
      : message('canvas.node-name', { kind: kind.title, title, state: stateText });
  return (
    <span id={nodeLabelId(id)} className="unseen">
      {words(name)}
    </span>
  );
}

const stateMessage: Readonly<Record<NodeReport['state'], MessageId>> = {
  waiting: 'canvas.state.waiting',
  running: 'canvas.state.running',
  hit: 'canvas.state.done',
  miss: 'canvas.state.done',
  stale: 'canvas.state.stale',
  failed: 'canvas.state.failed',
};
