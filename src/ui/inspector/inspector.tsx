/** All that is to be known of what is selected: a node, a wire, several nodes, or the document itself. */
import { useEditor } from '../state/editor.ts';
import { DocumentDetails } from './document-details.tsx';
import { ManyDetails } from './many-details.tsx';
import { NodeDetails } from './node-details.tsx';
import { WireDetails } from './wire-details.tsx';

export function Inspector() {
  const count = useEditor(({ selection }) => selection.nodes.size);
  const node = useEditor(({ selection }) => [...selection.nodes].at(-1));
  const edge = useEditor(({ selection }) => [...selection.edges].at(-1));
  if (count > 1) return <ManyDetails />;
  if (node !== undefined) return <NodeDetails key={node} id={node} />;
  if (edge !== undefined) return <WireDetails id={edge} />;
  return <DocumentDetails />;
}
