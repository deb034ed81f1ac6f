/**
 * A graph within somebody else's page. It is looked at and painted, never changed, and nothing is kept of it: the
 * reader's own documents stay untouched. It waits to be painted, as a page may show several.
 */
import type { GraphDocument } from '../../graph/document.ts';
import { isLink, type ReadLink } from '../../graph/share/link.ts';
import { type Result, success } from '../../language/result.ts';
import { bring } from '../painting/luggage.ts';
import { giveIncluded } from '../share/included.ts';
import { linkIn } from '../share/open-link.ts';
import { defaultDocument } from '../state/default-document.ts';
import { open } from '../state/editor.ts';

const id = 'embedded';

/** Opens the graph of the address, without one the default graph; or says why not. */
export function startEmbedded(): Result<undefined> {
  const read: Result<Pick<ReadLink, 'document' | 'shown' | 'included'>> = isLink(location.hash)
    ? linkIn(location.hash)
    : success({ document: defaultDocument() });
  if (!read.ok) return read;
  const { document, shown, included } = read.value;
  giveIncluded(included);
  bring(id, { copies: {}, paused: optimisersOf(document) });
  open(id, document, { ...shown, locked: true });
  paintSoon();
  return success(undefined);
}

const optimisersOf = ({ nodes }: GraphDocument): readonly string[] =>
  Object.keys(nodes).filter(node => nodes[node]?.kind === 'optimiser');

/** Once the page is in sight: a browser draws no frame of what is far below. */
function paintSoon(): void {
  requestAnimationFrame(() =>
    setTimeout(() => import('../painting/connection.ts').then(({ connect }) => connect({ keeps: false }))),
  );
}
