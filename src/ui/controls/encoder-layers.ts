import type { GraphDocument, NodeId } from '../../graph/document.ts';
import { indexOf } from '../../graph/document-index.ts';
import { wireKey } from '../../graph/ends.ts';
import { own } from '../../graph/own.ts';
import { nodeKinds } from '../../nodes/registry.ts';
import { useEditor } from '../state/editor.ts';
import { usePainting } from '../state/painting.ts';
import { usualLayers } from './layer-set.ts';

/** The layers of the encoder that `node` is, or that is wired to it; VGG-19's until that is known. */
export function useEncoderLayers(node: NodeId): readonly string[] {
  const wire = useEditor(({ history }) => encoderWire(history.document, node));
  const known = usePainting(({ wires }) => wires[wire ?? '']?.layers?.join(' '));
  return known === undefined ? usualLayers : known.split(' ');
}

/** What brings `node` its encoder, as `node.port`. */
export function encoderWire(document: GraphDocument, node: NodeId): string | undefined {
  const kind = nodeKinds.get(own(document.nodes, node)?.kind ?? '');
  const given = Object.keys(kind?.outputs ?? {}).find(port => kind?.outputs[port]?.type === 'encoder');
  if (given !== undefined) return wireKey({ node, port: given });
  const wiring = indexOf(document)
    .incoming.get(node)
    ?.find(({ edge }) => own(kind?.inputs ?? {}, edge.to.port)?.type === 'encoder');
  return wiring && wireKey(wiring.edge.from);
}
