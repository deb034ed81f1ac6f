import type { NodeId } from '../../graph/document.ts';
import { wireKey } from '../../graph/ends.ts';
import { usePainting } from '../state/painting.ts';

/** The size of the image that leaves an output: `256 × 192`; undefined until it is known. */
export const useSizeOnWire = (node: NodeId, port: string): string | undefined =>
  usePainting(({ wires }) => {
    const [height, width] = wires[wireKey({ node, port })]?.shapes[0]?.shape ?? [];
    return height === undefined || width === undefined ? undefined : `${width} × ${height}`;
  });

/** The layers of the stack that leaves an output, shallow to deep. */
export function useLayersOnWire(node: NodeId, port: string): readonly string[] {
  const layers = usePainting(({ wires }) =>
    wires[wireKey({ node, port })]?.shapes.map(({ layer }) => layer ?? '').join(' '),
  );
  return layers ? layers.split(' ') : [];
}
