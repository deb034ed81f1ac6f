import { examine } from '../../../src/graph/examine.ts';
import { type GraphDocument, gather, nodeKinds, type Sources } from '../../../src/index.ts';
import type { Understood } from '../../../src/runtime/session/understood.ts';

/** Opens all that `document` names, and examines it. */
export async function understand(document: GraphDocument, sources: Sources): Promise<Understood> {
  const { facts, resources } = await gather(document, nodeKinds, sources);
  return { document, examination: examine(document, nodeKinds, facts), facts, resources };
}
