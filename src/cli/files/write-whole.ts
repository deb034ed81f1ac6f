/** Files that are there whole or not at all: written beside their place, then moved. */
import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Message, message } from '../../language/message.ts';
import { Refusal } from '../../language/result.ts';
import { codeOf } from './read-bounded.ts';
import { showPath } from './show-path.ts';

/** A name that no other process takes, also on another machine that shares the folder. */
export const unfinished = (path: string): string =>
  join(dirname(path), `.${basename(path).slice(0, 100)}.${process.pid}-${randomUUID().slice(0, 8)}.tmp`);

/** @throws Refusal with a sentence where the file cannot be written. */
export async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  const beside = unfinished(path);
  try {
    await writeFile(beside, content);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => {});
    throw new Refusal(unwritable(path, error), { cause: error });
  }
}

/** Node's error codes in words. */
export function unwritable(path: string, error: unknown): Message {
  const file = showPath(path);
  switch (codeOf(error)) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOENT':
      return message('output.forbidden', { file });
    case 'ENOSPC':
      return message('output.disk-full', { file });
    case 'EISDIR':
      return message('output.folder', { file });
    case 'ENOTDIR':
    case 'EEXIST':
      return message('output.below-file', { file });
    default:
      return message('output.unwritable', {
        file,
        why: error instanceof Error ? error.message : String(error),
      });
  }
}
