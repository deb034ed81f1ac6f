import { useState } from 'react';
import type { NodeId } from '../../graph/document.ts';
import { indexOf } from '../../graph/document-index.ts';
import { wireKey } from '../../graph/ends.ts';
import { own } from '../../graph/own.ts';
import { useEditor } from '../state/editor.ts';
import { usePainting } from '../state/painting.ts';

/** The names that a parameter of weights has one for: the slots that are wired, or the layers that are compared. */
export function useWeightNames(node: NodeId, param: string, over: 'layers' | 'slots'): readonly string[] {
  const slots = useEditor(({ history }) =>
    over === 'slots'
      ? (indexOf(history.document).incoming.get(node) ?? [])
          .flatMap(({ edge }) => edge.to.slot ?? [])
          .join('\n')
      : '',
  );
  const layers = usePainting(({ wires }) =>
    over === 'layers' ? (wires[wireKey({ node, port: 'loss' })]?.terms?.join('\n') ?? '') : '',
  );
  const stored = useEditor(({ history }) =>
    Object.keys(own(own(history.document.nodes, node)?.params ?? {}, param) ?? {}).join('\n'),
  );
  const known = over === 'slots' ? slots : layers;
  // While the graph is not whole nobody knows the layers; their sliders stay.
  const [lastKnown, setLastKnown] = useState(known);
  if (known !== '' && known !== lastKnown) setLastKnown(known);
  // Weights of what is no longer there are kept, and shown only where nothing else is known.
  return (known || lastKnown || stored).split('\n').filter(name => name !== '');
}
