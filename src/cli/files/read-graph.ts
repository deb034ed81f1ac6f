/** The text of a graph file. */
import { message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';
import { readBounded } from './read-bounded.ts';
import { showPath } from './show-path.ts';

/** Above what the parser takes, so that the parser's sentence, which counts characters, is the usual one. */
const largestFile = 64 * 2 ** 20;

export async function readGraph(path: string): Promise<Result<string>> {
  const bytes = await readBounded(path, largestFile);
  if (!bytes.ok) return bytes;
  try {
    return success(new TextDecoder('utf-8', { fatal: true }).decode(bytes.value));
  } catch {
    return failure(message('graph.not-text', { file: showPath(path) }));
  }
}
