import { isAbsolute, relative } from 'node:path';

/** A path as a sentence names it: from the working folder if the file lies within, whole otherwise. */
export function showPath(path: string): string {
  const from = relative(process.cwd(), path);
  return from === '' || from.startsWith('..') || isAbsolute(from) ? path : from;
}
