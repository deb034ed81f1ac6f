/**
 * A folder that an encoder is read from, wherever it is: on a disk, in a page's storage, behind a URL. Its
 * files are untrusted, and so are the paths that they name one another by.
 */
import { type Message, message } from '../../src/language/message.ts';
import { failure, type Result } from '../../src/language/result.ts';

/**
 * Reads the file at `path` (relative, `/` between folders). Refuses one that is larger than `atMost` bytes,
 * with {@link fileTooLarge}, before reading it, and says with {@link fileMissing} that there is none.
 */
export type FolderReader = (path: string, atMost: number) => Promise<Result<Uint8Array>>;

export const fileMissing = (file: string): Message => message('encoder.file-missing', { file });

export const fileTooLarge = (file: string, atMost: number): Message =>
  message('encoder.file-too-large', { file, most: String(atMost) });

export const isMissing = (reason: Message): boolean => reason.id === 'encoder.file-missing';

/** Reads through `read`, whatever it does: a reader that throws, or gives too much, is refused too. */
export async function readFile(
  read: FolderReader,
  path: string,
  atMost: number,
): Promise<Result<Uint8Array>> {
  try {
    const file = await read(path, atMost);
    return file.ok && file.value.byteLength > atMost ? failure(fileTooLarge(path, atMost)) : file;
  } catch {
    return failure(message('encoder.file-unreadable', { file: path }));
  }
}

const plainName = /^[\p{L}\p{N}_()+=@-][\p{L}\p{N}_()+=@. -]{0,254}$/u;

/**
 * Whether a path that a file names stays inside the file's folder: relative, of plain names, so neither `..`
 * nor a drive, a URL or anything that a URL's reader would take for more than a name.
 */
export const staysInside = (path: string): boolean =>
  path.length <= 1024 && path.split('/').every(name => plainName.test(name));
