/**
 * A person's feed-forward networks: the files of a folder become one archive, which is read once to see that it is a
 * network, kept in the browser as pictures are, and given to the worker before a document names it.
 */
import { zipSync } from 'fflate';
import { openNetwork } from '../../../models/networks/open-network.ts';
import { message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';
import { shelf } from '../documents/the-shelf.ts';
import { contentHash } from '../images/content-hash.ts';
import { pictureReference } from '../images/picture-reference.ts';
import { giveFiles, isGiven } from '../painting/given-files.ts';

const mostBytes = 300 * 2 ** 20;

/** @returns the reference that a Generator names the network by; the same for the same files. */
export async function supplyNetwork(files: readonly File[]): Promise<Result<string>> {
  const [first] = files;
  if (!first) return failure(message('network.none'));
  if (files.reduce((sum, { size }) => sum + size, 0) > mostBytes) {
    return failure(message('network.too-large', { file: first.name }));
  }
  const { name, bytes } = await archived(files, first);
  const opened = await openNetwork(`file:${name}`, { archive: async () => success(bytes) });
  if (!opened.ok) return opened;
  const blob = new Blob([bytes], { type: 'application/zip' });
  const hash = await contentHash(blob);
  const known = await shelf().pictureOf(hash);
  const kept = await shelf().pictureReferences();
  const reference = known?.reference ?? pictureReference(name, taken => kept.has(taken) || isGiven(taken));
  if (!known) await shelf().putPicture({ reference, hash, blob, added: Date.now() });
  giveFiles({ [reference]: blob });
  return success(reference);
}

/** The same files give the same archive, byte for byte: nothing of when they were written is in it. */
async function archived(
  files: readonly File[],
  first: File,
): Promise<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }> {
  if (files.length === 1 && /\.zip$/i.test(first.name)) {
    return { name: first.name, bytes: new Uint8Array(await first.arrayBuffer()) };
  }
  const entries: Record<string, Uint8Array> = {};
  for (const file of files) {
    const path = file.webkitRelativePath || file.name;
    entries[path] = new Uint8Array(await file.arrayBuffer());
  }
  const folder = first.webkitRelativePath.split('/')[0];
  const bytes = zipSync(entries, { level: 0, mtime: new Date(2000, 0, 1) });
  return { name: `${folder || first.name.replace(/\.[^.]*$/, '')}.zip`, bytes: new Uint8Array(bytes) };
}
