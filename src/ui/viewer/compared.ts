import type { GraphDocument, NodeId } from '../../graph/document.ts';
import { own } from '../../graph/own.ts';
import type { Words } from '../language/words.ts';
import { nameIn } from './use-viewed.ts';
import { startOf } from './viewed.ts';
import type { Other, Pin } from './viewer-state.ts';

/** What a picture that is compared with is called. */
export function nameOfOther(
  words: Words,
  other: Other,
  { document, pins }: { readonly document: GraphDocument; readonly pins: readonly Pin[] },
): string {
  switch (other.type) {
    case 'node':
      return nameIn(words, other.node, document);
    case 'start':
      return words('viewer.start');
    case 'pin':
      return words('viewer.pinned', { iteration: pins.find(({ id }) => id === other.id)?.iteration ?? 0 });
    case 'checkpoint':
      return words('viewer.at-iteration', { iteration: other.iteration });
  }
}

/** The node whose frames show it, where it is no still. */
export function nodeOfOther(
  other: Other,
  document: GraphDocument,
  optimiser: NodeId | undefined,
): NodeId | undefined {
  if (other.type === 'node') return own(document.nodes, other.node) && other.node;
  return other.type === 'start' && optimiser !== undefined ? startOf(document, optimiser) : undefined;
}

/** Whether two name the same picture. */
export const isSameOther = (a: Other | undefined, b: Other): boolean => keyOf(a) === keyOf(b);

export function keyOf(other: Other | undefined): string {
  switch (other?.type) {
    case undefined:
      return '';
    case 'node':
      return `node ${other.node}`;
    case 'start':
      return 'start';
    case 'pin':
      return `pin ${other.id}`;
    case 'checkpoint':
      return `checkpoint ${other.optimiser} ${other.id}`;
  }
}
