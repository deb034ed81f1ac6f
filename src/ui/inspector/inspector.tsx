/** All that is to be known of what is selected: a node, a wire, several nodes, or the document itself. */
import type { EdgeId, NodeId } from '../../graph/document.ts';
import { useEditor } from '../state/editor.ts';
import { DocumentDetails } from './document-details.tsx';
import { ManyDetails } from './many-details.tsx';
import { NodeDetails } from './node-details.tsx';
import { WireDetails } from './wire-details.tsx';

export function Inspector() {
  const count = useEditor(({ selection }) => selection.nodes.size);
  const node = useEditor(({ selection }) => [...selection.nodes].at(-1));
  const edge = useEditor(({ selection }) => [...selection.edges].at(-1));
  return (
    <div ref={showFromTheTop} key={`${count} ${node} ${edge}`}>
      <Details count={count} node={node} edge={edge} />
    </div>
  );
}

interface DetailsProps {
  readonly count: number;
  readonly node: NodeId | undefined;
  readonly edge: EdgeId | undefined;
}

function Details({ count, node, edge }: DetailsProps) {
  if (count > 1) return <ManyDetails />;
  if (node !== undefined) return <NodeDetails id={node} />;
  if (edge !== undefined) return <WireDetails id={edge} />;
  return <DocumentDetails />;
}

/** Whoever scrolled to the end of one node wants to see the beginning of the next. */
function showFromTheTop(details: HTMLElement | null): void {
  const scrolled = details?.parentElement;
  if (scrolled) scrolled.scrollTop = 0;
}
