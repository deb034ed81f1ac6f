/**
 * A graph within somebody else's page. It is looked at and painted, never changed, and nothing is kept of it: the
 * reader's own documents stay untouched. It waits to be painted, as a page may show several.
 */
import type { GraphDocument } from '../../graph/document.ts';
import { isLink, type ReadLink } from '../../graph/share/link.ts';
import { message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';
import { bring } from '../painting/luggage.ts';
import { giveIncluded } from '../share/included.ts';
import { linkIn } from '../share/open-link.ts';
import { defaultDocument } from '../state/default-document.ts';
import { open } from '../state/editor.ts';
import { useSettings } from '../state/settings.ts';

const id = 'embedded';

/** Opens the graph of the address or the preset that it names, without either the default graph; or says why not. */
export async function startEmbedded(): Promise<Result<undefined>> {
  const read = isLink(location.hash) ? linkIn(location.hash) : await named();
  if (!read.ok) return read;
  const { document, shown, included } = read.value;
  giveIncluded(included);
  bring(id, { copies: {}, paused: optimisersOf(document) });
  open(id, document, { ...shown, locked: true });
  paintSoon();
  return success(undefined);
}

type Shown = Pick<ReadLink, 'document' | 'shown' | 'included'>;

async function named(): Promise<Result<Shown>> {
  const name = new URLSearchParams(location.search).get('embed') ?? '';
  if (name === '') return success({ document: defaultDocument() });
  const { graphOfBuiltIn } = await import('../presets/built-in-graphs.ts');
  const document = await graphOfBuiltIn(name, useSettings.getState().language);
  return document ? success({ document }) : failure(message('sharing.no-such-preset', { name }));
}

const optimisersOf = ({ nodes }: GraphDocument): readonly string[] =>
  Object.keys(nodes).filter(node => nodes[node]?.kind === 'optimiser');

/** Once the page is in sight: a browser draws no frame of what is far below. */
function paintSoon(): void {
  requestAnimationFrame(() =>
    setTimeout(() => import('../painting/connection.ts').then(({ connect }) => connect({ keeps: false }))),
  );
}
