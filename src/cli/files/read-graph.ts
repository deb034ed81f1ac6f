/** The text of a graph file, or of the graph that a picture was made with. */

import { serialiseDocument } from '../../graph/file/serialise.ts';
import type { Checked } from '../../graph/problem.ts';
import { refused } from '../../graph/share/parcel.ts';
import { isPng } from '../../graph/share/png/chunks.ts';
import { recipeInPng } from '../../graph/share/png/recipe-in-png.ts';
import type { ReadRecipe } from '../../graph/share/recipe.ts';
import { formatBytes } from '../../language/format.ts';
import { message } from '../../language/message.ts';
import { success } from '../../language/result.ts';
import { largestPictureFile } from '../library/picture-limits.ts';
import { readBounded } from './read-bounded.ts';
import { showPath } from './show-path.ts';

export interface ReadGraph {
  readonly text: string;
  /** Where the graph was in a picture. */
  readonly recipe?: ReadRecipe;
}

/** Above what the parser takes, so that the parser's sentence, which counts characters, is the usual one. */
const largestFile = 64 * 2 ** 20;

export async function readGraph(path: string): Promise<Checked<ReadGraph>> {
  const bytes = await readBounded(path, largestPictureFile);
  if (!bytes.ok) return refused(bytes.reason);
  const file = showPath(path);
  if (isPng(bytes.value)) {
    const recipe = recipeInPng(bytes.value);
    if (recipe.ok) return success({ text: serialiseDocument(recipe.value.document), recipe: recipe.value });
    return {
      ok: false,
      reason: recipe.reason.map(problem => ({
        ...problem,
        reason: message('problem.in-file', { file, reason: problem.reason }),
      })),
    };
  }
  const { length } = bytes.value;
  if (length > largestFile) {
    const [size, limit] = [formatBytes(length), formatBytes(largestFile)];
    return refused(message('file.too-large', { file, size, limit }));
  }
  try {
    return success({ text: new TextDecoder('utf-8', { fatal: true }).decode(bytes.value) });
  } catch {
    return refused(message('graph.not-text', { file }));
  }
}
