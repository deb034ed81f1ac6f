/** A file that a person chose or dropped on the page: read from where it lies, a piece at a time. */
import { message } from '../../src/language/message.ts';
import { failure, success } from '../../src/language/result.ts';
import { type ByteSource, cancelled, cutShort } from './byte-source.ts';
import { shown } from './shown.ts';

/** `name` is what sentences call it, such as the name that a `File` has. */
export const blobSource = (blob: Blob, name: string, signal?: AbortSignal): ByteSource => {
  const file = shown(name);
  return {
    name: file,
    size: async () => success(blob.size),
    read: async (start, length, onBytes) => {
      if (signal?.aborted) return failure(cancelled(file));
      if (start + length > blob.size) return failure(cutShort(file, blob.size));
      try {
        const bytes = new Uint8Array(await blob.slice(start, start + length).arrayBuffer());
        onBytes?.(length);
        return success(bytes);
      } catch {
        // A browser that finds the file changed since it was chosen gives nothing of it any more.
        return failure(message('import.moved', { file }));
      }
    },
    close: async () => {},
  };
};
