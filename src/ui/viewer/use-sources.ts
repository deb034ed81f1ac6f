import { useEffect, useMemo, useState } from 'react';
import type { NodeId } from '../../graph/document.ts';
import { own } from '../../graph/own.ts';
import { useShownNode } from '../painting/shown-node.ts';
import { openDocument, useEditor } from '../state/editor.ts';
import { nodeOfOther } from './compared.ts';
import type { Source } from './picture-layer.tsx';
import { checkpointStill, type Still } from './still.ts';
import { useViewedNode, useViewedOptimiser } from './use-viewed.ts';
import { type Scrub, useViewer } from './viewer-state.ts';

/** The picture that is looked at: as it is painted, or at the checkpoint that was scrubbed to. */
export function useMainSource(): Source | undefined {
  const node = useViewedNode();
  const isImage = useViewer(state => state.image !== undefined);
  const optimiser = useViewedOptimiser();
  const scrub = useViewer(state => state.scrub);
  const shown = useShownNode(node);
  const still = useCheckpoint(scrub?.optimiser === optimiser && !isImage ? scrub : undefined);
  return useSource(still, shown);
}

/** The picture that it is compared with, if it is. */
export function useOtherSource(): Source | undefined {
  const optimiser = useViewedOptimiser();
  const other = useViewer(state => state.other);
  const pinned = useViewer(({ pins }) =>
    other?.type === 'pin' ? pins.find(({ id }) => id === other.id)?.still : undefined,
  );
  const node = useEditor(({ history }) => other && nodeOfOther(other, history.document, optimiser));
  const still = useCheckpoint(other?.type === 'checkpoint' ? other : undefined);
  return useSource(pinned ?? still, node);
}

const useSource = (still: Still | undefined, node: NodeId | undefined): Source | undefined =>
  useMemo((): Source | undefined => {
    if (still) return { type: 'still', still };
    return node === undefined ? undefined : { type: 'frames', node };
  }, [still, node]);

/** The picture of a checkpoint; while it is on its way, the one before. */
function useCheckpoint(asked: Scrub | undefined): Still | undefined {
  const [still, setStill] = useState<Still>();
  const { optimiser, id, iteration } = asked ?? {};
  useEffect(() => {
    let isWanted = true;
    if (optimiser === undefined || id === undefined || iteration === undefined) {
      setStill(undefined);
      return;
    }
    void checkpointStill({ optimiser, id, iteration, averaging: averagingOf(optimiser) }).then(found => {
      if (isWanted && found) setStill(found);
    });
    return () => {
      isWanted = false;
    };
  }, [optimiser, id, iteration]);
  return asked && still;
}

export function averagingOf(optimiser: string): number {
  const averaging = own(openDocument().nodes, optimiser)?.params.averaging;
  return typeof averaging === 'number' ? averaging : 0;
}
