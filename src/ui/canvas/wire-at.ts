import type { EdgeId, Position } from '../../graph/document.ts';

/** The wire at a place of the screen, even under a node. */
export function wireAt({ x, y }: Position): EdgeId | undefined {
  for (const element of document.elementsFromPoint(x, y)) {
    const wire = element.closest('.react-flow__edge');
    if (wire) return wire.getAttribute('data-id') ?? undefined;
  }
  return undefined;
}
