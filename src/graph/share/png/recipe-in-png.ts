/** A picture that tells how it was made: a PNG with a recipe in it. Pixels and all other chunks stay as they are. */
import { message } from '../../../language/message.ts';
import { failure, type Result, success } from '../../../language/result.ts';
import type { Checked } from '../../problem.ts';
import { largestParcel, refused } from '../parcel.ts';
import { type ReadRecipe, type Recipe, readRecipe, writeRecipe } from '../recipe.ts';
import { type Chunk, chunksOf, isSound, pngOf } from './chunks.ts';
import { isOurs, textChunk, textOf } from './text-chunk.ts';

/** Reads the recipe that `png` carries, without looking at its pixels. */
export function recipeInPng(png: Uint8Array): Checked<ReadRecipe> {
  const chunks = chunksOf(png);
  let next = chunks.next();
  for (; !next.done; next = chunks.next()) {
    const { value } = next;
    if (!isOurs(value)) continue;
    if (!isSound(png, value)) return refused(message('share.damaged'));
    const text = textOf(value, largestParcel);
    return text.ok ? readRecipe(text.value) : refused(text.reason);
  }
  return refused(next.value.ok ? message('share.no-recipe') : next.value.reason);
}

/** `png` with `recipe` in it, in the place of any that was there. */
export const withRecipe = (png: Uint8Array, recipe: Recipe): Result<Uint8Array<ArrayBuffer>> =>
  rewritten(png, textChunk(writeRecipe(recipe)));

/** `png` without a word of how it was made, as far as it was Gramarye that said it. */
export const withoutRecipe = (png: Uint8Array): Result<Uint8Array<ArrayBuffer>> => rewritten(png);

function rewritten(png: Uint8Array, ...ours: readonly Uint8Array[]): Result<Uint8Array<ArrayBuffer>> {
  const kept: Chunk[] = [];
  const chunks = chunksOf(png);
  let next = chunks.next();
  for (; !next.done; next = chunks.next()) if (!isOurs(next.value)) kept.push(next.value);
  if (!next.value.ok) return next.value;
  // Before the pixels, so that it is found without reading them.
  const pixels = kept.findIndex(({ type }) => type === 'IDAT');
  if (kept[0]?.type !== 'IHDR' || pixels < 0) return failure(message('share.png-damaged'));
  const bytes = kept.map(({ start, end }) => png.subarray(start, end));
  return success(pngOf(...bytes.slice(0, pixels), ...ours, ...bytes.slice(pixels)));
}
