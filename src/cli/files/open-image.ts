/** The picture behind a reference: `sample:lake` of Gramarye's own, or `file:PATH` from a disk. */
import { readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { failure, type Result } from '../../language/result.ts';
import { noSample } from '../library/no-sample.ts';
import { largestPictureFile } from '../library/picture-limits.ts';
import type { DecodedImage } from '../library/sources.ts';
import { decodeImage } from './decode-image.ts';
import { packageFolder } from './package-folder.ts';
import { readBounded } from './read-bounded.ts';
import { showPath } from './show-path.ts';

/** `folder` is the one that a relative path starts from: the graph file's. */
export async function openImage(reference: string, folder: string): Promise<Result<DecodedImage>> {
  const [, scheme, name = ''] = /^(sample|file):(.+)$/s.exec(reference) ?? [];
  if (scheme === 'file') return openFile(resolve(folder, name));
  const samples = await listSamples();
  const sample = samples.get(name);
  return sample === undefined ? failure(noSample(name, [...samples.keys()])) : openFile(sample);
}

async function openFile(path: string): Promise<Result<DecodedImage>> {
  const bytes = await readBounded(path, largestPictureFile);
  return bytes.ok ? decodeImage(bytes.value, showPath(path)) : bytes;
}

/** The built-in pictures by name, with their files. */
export async function listSamples(): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const kind of ['content', 'style']) {
    const folder = join(packageFolder(), 'samples', kind);
    const files = await readdir(folder).catch(() => []);
    for (const file of files.sort()) {
      if (file.endsWith('.webp')) found.set(basename(file, '.webp'), join(folder, file));
    }
  }
  return found;
}
