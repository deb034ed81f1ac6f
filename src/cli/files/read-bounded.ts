import { open } from 'node:fs/promises';
import { formatBytes } from '../../language/format.ts';
import { type Message, message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';
import { showPath } from './show-path.ts';

/**
 * The bytes of a file that a person named, or why there are none. Pipes and devices are refused, too: they
 * may never end.
 */
export async function readBounded(path: string, atMost: number): Promise<Result<Uint8Array>> {
  const file = showPath(path);
  try {
    const handle = await open(path);
    try {
      const status = await handle.stat();
      if (!status.isFile())
        return failure(message(status.isDirectory() ? 'file.folder' : 'file.device', { file }));
      if (status.size > atMost) {
        const [size, limit] = [formatBytes(status.size), formatBytes(atMost)];
        return failure(message('file.too-large', { file, size, limit }));
      }
      return success(await handle.readFile());
    } finally {
      await handle.close();
    }
  } catch (error) {
    return failure(unreadable(file, error));
  }
}

/** Node's error codes in words. */
export function unreadable(file: string, error: unknown): Message {
  switch (codeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return message('file.missing', { file });
    case 'EISDIR':
      return message('file.folder', { file });
    case 'EACCES':
    case 'EPERM':
      return message('file.forbidden', { file });
    default:
      return message('file.unreadable', {
        file,
        why: error instanceof Error ? error.message : String(error),
      });
  }
}

export function codeOf(error: unknown): string | undefined {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
