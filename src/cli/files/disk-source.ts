/** A file of this machine's disk, for importers to read a piece at a time. */
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { type ByteSource, cancelled, cutShort } from '../../../models/import/byte-source.ts';
import { shown } from '../../../models/import/shown.ts';
import { message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';
import { unreadable } from './read-bounded.ts';
import { showPath } from './show-path.ts';

/** Sentences call it by its last name. Pipes and devices are refused: they have no end to begin at. */
export async function diskSource(path: string, signal?: AbortSignal): Promise<Result<ByteSource>> {
  const shownPath = showPath(path);
  const name = shown(basename(path));
  try {
    const file = await open(path);
    const status = await file.stat();
    if (!status.isFile()) {
      await file.close();
      return failure(message(status.isDirectory() ? 'file.folder' : 'file.device', { file: shownPath }));
    }
    const { size } = status;
    return success({
      name,
      size: async () => success(size),
      async read(start, length, onBytes) {
        if (signal?.aborted) return failure(cancelled(name));
        if (start + length > size) return failure(cutShort(name, size));
        const bytes = new Uint8Array(length);
        try {
          for (let filled = 0; filled < length; ) {
            const { bytesRead } = await file.read(bytes, filled, length - filled, start + filled);
            if (bytesRead === 0) return failure(cutShort(name, start + filled));
            filled += bytesRead;
            onBytes?.(bytesRead);
          }
          return success(bytes);
        } catch (error) {
          return failure(unreadable(shownPath, error));
        }
      },
      close: () => file.close(),
    });
  } catch (error) {
    return failure(unreadable(shownPath, error));
  }
}
