/**
 * A graph that stands behind the `#` of the address. It is opened as a document of its own, so that no work is
 * overwritten, and then taken out of the address: what one does with it from there on is not what the link says.
 */
import { serialiseDocument } from '../../graph/file/serialise.ts';
import { isLink, type ReadLink, readLink } from '../../graph/share/link.ts';
import { type Message, message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';
import { reportFile } from '../documents/file-report.ts';
import { newDocument, openKept } from '../documents/open-documents.ts';
import { shelf } from '../documents/the-shelf.ts';
import { wordsIn } from '../language/words.ts';
import { useSettings } from '../state/settings.ts';
import { withIncluded } from './included.ts';
import { readStartMessage } from './start-message.ts';

/** The graph in the address, which then has none; undefined where there is none. */
export function takeLink(): Result<ReadLink> | undefined {
  const { hash, pathname, search } = location;
  if (!isLink(hash)) return undefined;
  history.replaceState(history.state, '', pathname + search);
  return linkIn(hash);
}

/** @param fragment What stands behind the `#`. */
export function linkIn(fragment: string): Result<ReadLink> {
  const read = readLink(fragment);
  return read.ok ? success(read.value) : failure(message('sharing.link-refused', { why: reasonOf(read) }));
}

const reasonOf = ({ reason }: { readonly reason: readonly { readonly reason: Message }[] }): Message =>
  reason[0]?.reason ?? message('share.damaged');

/** Opens what a link brought: as a new document, or as the one that it became before, where that was left as it was. */
export async function openLink({ document, shown, included, repairs }: ReadLink): Promise<void> {
  const arrived = await withIncluded(document, included);
  const text = serialiseDocument(arrived);
  const before = (await shelf().documents()).find(
    kept => kept.text === text && JSON.stringify(kept.shown) === JSON.stringify(shown),
  );
  if (!before || !(await openKept(before.id))) await newDocument(arrived, shown);
  if (repairs.length > 0) {
    const words = wordsIn(useSettings.getState().language);
    reportFile({ type: 'repaired', file: arrived.title || words('editor.untitled'), lines: repairs });
  }
  readStartMessage();
}
