import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { reasonsOf, someRecipe } from '../testing/shared.ts';
import { chunk, chunksOf, letters } from './chunks.ts';
import { recipeInPng, withoutRecipe, withRecipe } from './recipe-in-png.ts';

const pixels = Uint8Array.from({ length: 24 * 16 * 3 }, (_, at) => (at * 7) % 256);
const plain = await sharp(pixels, { raw: { width: 24, height: 16, channels: 3 } })
  .withMetadata({ density: 300 })
  .png()
  .toBuffer();

function taken<T>(result: { ok: true; value: T } | { ok: false; reason: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.reason));
  return result.value;
}

const painted = taken(withRecipe(plain, someRecipe));
const typesOf = (png: Uint8Array) => [...chunksOf(png)].map(({ type }) => type);

describe('a PNG', () => {
  test('carries its recipe, the same pixels, and every chunk that it had', async () => {
    expect(recipeInPng(painted)).toEqual({ ok: true, value: { ...someRecipe, repairs: [] } });
    expect(await sharp(painted).removeAlpha().raw().toBuffer()).toEqual(Buffer.from(pixels));
    expect(typesOf(painted).filter(type => type !== 'iTXt')).toEqual(typesOf(plain));
    expect((await sharp(painted).metadata()).density).toBe(300);
  });

  test('has one recipe at most, the last that was written, and none when it is taken out', () => {
    const again = taken(withRecipe(painted, { ...someRecipe, backend: 'webgpu' }));
    expect(typesOf(again).filter(type => type === 'iTXt')).toHaveLength(1);
    expect(taken(recipeInPng(again)).backend).toBe('webgpu');
    expect(taken(withoutRecipe(again))).toEqual(new Uint8Array(plain));
  });

  test('without a recipe, of another format, cut short or altered says so', () => {
    const said = (png: Uint8Array) => reasonsOf(recipeInPng(png)).join(' ');
    expect(said(plain)).toMatch(/carries no graph/);
    expect(said(letters('GIF89a and more of it'))).toMatch(/not a PNG/);
    expect(said(plain.subarray(0, 60))).toMatch(/cut short/);
    const altered = painted.slice();
    const ours = [...chunksOf(painted)].find(({ type }) => type === 'iTXt');
    altered[(ours?.start ?? 0) + 60] = 0xaa ^ (altered[(ours?.start ?? 0) + 60] ?? 0);
    expect(said(altered)).toMatch(/damaged/);
    expect(withRecipe(plain.subarray(0, 60), someRecipe).ok).toBe(false);
  });

  test('D5 a recipe that inflates to more than any graph is refused', async () => {
    const { zlibSync } = await import('fflate');
    const bomb = chunk('iTXt', letters('gramarye\0\u0001\0\0\0'), zlibSync(new Uint8Array(30e6).fill(32)));
    const png = new Uint8Array([...plain.subarray(0, 33), ...bomb, ...plain.subarray(33)]);
    expect(reasonsOf(recipeInPng(png)).join(' ')).toMatch(/which no graph needs/);
  });

  test('whose text another program has written anew, inflated, is read as well', () => {
    const ours = [...chunksOf(painted)].find(({ type }) => type === 'iTXt');
    const text = `gramarye\0\0\0en\0\0${JSON.stringify({ format: 'gramarye-recipe', version: 9 })}\n{}`;
    const png = new Uint8Array([
      ...plain.subarray(0, 33),
      ...chunk('iTXt', letters(text)),
      ...plain.subarray(33),
    ]);
    expect(ours).toBeDefined();
    expect(reasonsOf(recipeInPng(png)).join(' ')).toMatch(/newer Gramarye/);
  });
});
