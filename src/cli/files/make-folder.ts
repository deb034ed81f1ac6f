import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { codeOf } from './read-bounded.ts';

/**
 * Makes `folder` and those above it. Node's own recursion never ends where a folder can neither be made nor be
 * missing, as in `/proc`.
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const above = dirname(folder);
    if (codeOf(error) === 'ENOENT' && above !== folder) {
      await makeFolder(above);
      await mkdir(folder).catch(ignoreExisting);
    } else if (!(await stat(folder).catch(() => undefined))?.isDirectory()) throw error;
  }
}

/** Another process that makes the same folder may be quicker. */
function ignoreExisting(error: unknown): void {
  if (codeOf(error) !== 'EEXIST') throw error;
}
