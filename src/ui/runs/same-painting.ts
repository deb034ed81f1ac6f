/** Whether two documents paint the same: they differ at most by what stands where and what it is called. */
import { describeDifference } from '../../graph/describe-difference.ts';
import type { GraphDocument } from '../../graph/document.ts';
import { nodeKinds } from '../../nodes/registry.ts';

export const samePainting = (a: GraphDocument, b: GraphDocument): boolean =>
  describeDifference(a, b, nodeKinds).length === 0;
