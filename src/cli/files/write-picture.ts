/** A painted picture as a file: encoded in memory, then put in place whole. */
import { rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { deepPng } from '../../graph/share/png/deep-png.ts';
import { withRecipe } from '../../graph/share/png/recipe-in-png.ts';
import type { Recipe } from '../../graph/share/recipe.ts';
import { message } from '../../language/message.ts';
import { Refusal } from '../../language/result.ts';
import type { HostTensor } from '../../runtime/execute/resources.ts';
import { makeFolder } from './make-folder.ts';
import { showPath } from './show-path.ts';
import { unfinished, unwritable, writeWhole } from './write-whole.ts';

const encoders: Readonly<Record<string, (image: Sharp) => Sharp>> = {
  '.png': image => image.png(),
  '.jpg': image => image.jpeg({ quality: 92, chromaSubsampling: '4:4:4' }),
  '.jpeg': image => image.jpeg({ quality: 92, chromaSubsampling: '4:4:4' }),
  '.webp': image => image.webp({ quality: 92 }),
};

const encoderFor = (path: string) => encoders[extname(path).toLowerCase()];

/** Of a PNG only: other formats carry neither. */
export interface PngOptions {
  readonly bits?: 8 | 16;
  readonly recipe?: Recipe;
}

/** Whether the ending of `path` is PNG's. */
export const isPngPath = (path: string): boolean => extname(path).toLowerCase() === '.png';

/** Whether the ending of `path` is one that pictures are written in. */
export const isPicturePath = (path: string): boolean => encoderFor(path) !== undefined;

/**
 * Writes `picture` ([height, width, 1 or 3], 0 to 1; what lies outside is clipped) as PNG, JPEG or WebP, as
 * the ending of `path` says, with its recipe where one is given. The file is there whole or not at all: it is written beside its place and moved.
 *
 * @throws Refusal with a sentence where the ending is another, or the file cannot be written.
 */
export async function writePicture(
  path: string,
  picture: HostTensor,
  { bits = 8, recipe }: PngOptions = {},
): Promise<void> {
  const encode = encoderFor(path);
  if (!encode) throw new Refusal(message('output.ending', { file: showPath(path) }));
  const isDeep = bits === 16 && isPngPath(path);
  const encoded = isDeep ? deepPng(picture) : await encode(eightBits(picture)).toBuffer();
  await writeWhole(path, recipe && isPngPath(path) ? carrying(encoded, recipe) : encoded);
}

function eightBits({ shape, data }: HostTensor): Sharp {
  const [height = 0, width = 0, depth] = shape;
  // Clips and rounds; NaN becomes black.
  const bytes = Uint8ClampedArray.from(data, value => value * 255);
  return sharp(bytes, { raw: { width, height, channels: depth === 1 ? 1 : 3 } });
}

function carrying(png: Uint8Array, recipe: Recipe): Uint8Array {
  const painted = withRecipe(png, recipe);
  if (!painted.ok) throw new Refusal(painted.reason);
  return painted.value;
}

/**
 * Makes the folders above `path`, so that the painting finds its place when it is done.
 *
 * @throws Refusal where that cannot be.
 */
export async function makeFolderFor(path: string): Promise<void> {
  const folder = dirname(resolve(path));
  const there = await stat(path).catch(() => undefined);
  if (there?.isDirectory()) throw new Refusal(message('output.folder', { file: showPath(path) }));
  try {
    await makeFolder(folder);
    const probe = unfinished(join(folder, basename(path)));
    await writeFile(probe, '');
    await rm(probe);
  } catch (error) {
    throw new Refusal(unwritable(path, error), { cause: error });
  }
}
