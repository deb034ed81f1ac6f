/**
 * A person's pictures: each is kept in the browser under a name of its own, given to the worker before a document
 * names it, and given again after a reload.
 */
import type { GraphDocument } from '../../graph/document.ts';
import { type Result, success } from '../../language/result.ts';
import type { KeptPicture } from '../documents/kept.ts';
import { shelf } from '../documents/the-shelf.ts';
import { giveFiles, isGiven } from '../painting/given-files.ts';
import { note } from '../state/notices.ts';
import { contentHash } from './content-hash.ts';
import { nameOfReference, pictureReference } from './picture-reference.ts';
import { ownFiles } from './references.ts';
import { takeIn } from './take-in.ts';

/**
 * Takes in a picture. @returns the reference that an Image node names it by; the same for the same picture.
 *
 * @example
 * const supplied = await supplyImage(file, file.name);
 * if (supplied.ok) setSource(supplied.value);
 * else refuse(supplied.reason);
 */
export async function supplyImage(
  given: Blob,
  name: string,
  about: Pick<KeptPicture, 'isMask'> = {},
): Promise<Result<string>> {
  const taken = await takeIn(given, name);
  if (!taken.ok) return taken;
  const { blob, note: said } = taken.value;
  if (said) note(said);
  const hash = await contentHash(blob);
  const known = await shelf().pictureOf(hash);
  if (known) {
    giveFiles({ [known.reference]: known.blob });
    return success(known.reference);
  }
  const kept = await shelf().pictureReferences();
  const reference = pictureReference(name, taken => kept.has(taken) || isGiven(taken));
  giveFiles({ [reference]: blob });
  await shelf().putPicture({ reference, hash, blob, added: Date.now(), ...about });
  return success(reference);
}

/** Gives the worker the pictures that `document` names, as far as they are kept. @returns those it had not. */
export async function givePictures(document: GraphDocument): Promise<readonly string[]> {
  const missing = ownFiles(document).filter(reference => !isGiven(reference));
  const found = await Promise.all(missing.map(reference => shelf().picture(reference)));
  const news = found.flatMap(picture => (picture ? [picture] : []));
  giveFiles(Object.fromEntries(news.map(({ reference, blob }) => [reference, blob])));
  return news.map(({ reference }) => nameOfReference(reference));
}
