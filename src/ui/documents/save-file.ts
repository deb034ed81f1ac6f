/**
 * A file that a person takes away: where they say, in browsers that let a page ask, and else among the downloads.
 * Asking comes first, while the browser still knows that a person wants it; what is written may be made after it.
 */
import { message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';

export interface FileKind {
  /** MIME type. */
  readonly type: string;
  /** `.png`; the first is the usual one. */
  readonly endings: readonly string[];
  readonly description?: string;
}

export type FilePlace =
  | { readonly type: 'file'; readonly handle: FileSystemFileHandle }
  | { readonly type: 'downloads'; readonly name: string }
  /** The person thought better of it. */
  | { readonly type: 'nowhere' };

/** Not every browser has it. */
type AskForFile = (options: {
  readonly suggestedName: string;
  readonly types: readonly {
    readonly description?: string;
    readonly accept: Readonly<Record<string, readonly string[]>>;
  }[];
}) => Promise<FileSystemFileHandle>;

export async function askForPlace(
  name: string,
  { type, endings, description }: FileKind,
): Promise<FilePlace> {
  const ask = (window as { readonly showSaveFilePicker?: AskForFile }).showSaveFilePicker;
  if (!ask) return { type: 'downloads', name };
  const accept = { [type]: endings };
  try {
    const types = [{ accept, ...(description !== undefined && { description }) }];
    return { type: 'file', handle: await ask.call(window, { suggestedName: name, types }) };
  } catch (error) {
    // Within another page it may not ask.
    const isUnwanted = error instanceof DOMException && error.name === 'AbortError';
    return isUnwanted ? { type: 'nowhere' } : { type: 'downloads', name };
  }
}

/** @returns what the file is called. */
export async function writeFile(
  place: Exclude<FilePlace, { readonly type: 'nowhere' }>,
  blob: Blob,
): Promise<Result<string>> {
  if (place.type === 'downloads') {
    download(blob, place.name);
    return success(place.name);
  }
  const { handle } = place;
  try {
    const writing = await handle.createWritable();
    await writing.write(blob);
    await writing.close();
    return success(handle.name);
  } catch (error) {
    return failure(message('documents.save-failed', { why: String(error) }));
  }
}

function download(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // Some browsers read it only after the click was handled.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
