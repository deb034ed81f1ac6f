import type { NodeId } from '../../graph/document.ts';

/** Opens where pictures come from, for the picture of `node`. */
export async function openImageChooser(_node: NodeId): Promise<void> {}
