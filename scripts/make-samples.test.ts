import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { samplePictures } from './samples/catalogue.ts';
import { fileOf, toBytes } from './samples/encode.ts';
import type { SamplePicture } from './samples/picture.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const named = (name: string): SamplePicture => {
  const picture = samplePictures.find(candidate => candidate.name === name);
  if (!picture) throw new Error(`no sample picture is called ${name}`);
  return picture;
};

/** How near two pictures are, in decibels: 30 is near, 40 is the same to the eye. */
function likeness(a: Uint8Array, b: Uint8Array): number {
  const squares = a.reduce((sum, value, i) => sum + (value - (b[i] ?? 0)) ** 2, 0);
  return 10 * Math.log10(255 ** 2 / (squares / a.length));
}

describe('the sample pictures', () => {
  test.each(samplePictures.map(({ name }) => name))(
    '%s is the same picture every time it is painted',
    name => {
      const { width, height, paint } = named(name);
      const [w, h] = [Math.round(width / 10), Math.round(height / 10)];
      const [first, second] = [paint(w, h), paint(w, h)];
      expect(first.data.length).toBe(w * h * 3);
      expect(first.data.every(Number.isFinite), 'every channel is a number').toBe(true);
      expect(Buffer.from(first.data.buffer).equals(Buffer.from(second.data.buffer))).toBe(true);
    },
  );

  test.each(['night-sky', 'ink-wash', 'woodblock-wave'])(
    '%s in the folder is what its code paints',
    async name => {
      const picture = named(name);
      const painted = toBytes(picture.paint(picture.width, picture.height));
      const kept = await sharp(join(root, fileOf(picture)))
        .removeAlpha()
        .raw()
        .toBuffer();
      expect(likeness(painted, kept)).toBeGreaterThan(30);
    },
    120_000,
  );

  test.each(samplePictures.map(picture => [fileOf(picture), picture] as const))(
    '%s has the size that its picture says',
    async (file, { width, height }) => {
      const about = await sharp(join(root, file)).metadata();
      expect([about.format, about.width, about.height]).toEqual(['webp', width, height]);
    },
  );

  test('every file in the folder has its code, and every picture its file', () => {
    const files = (['content', 'style'] as const).flatMap(role =>
      readdirSync(join(root, 'samples', role)).map(file => `samples/${role}/${file}`),
    );
    expect(files.sort()).toEqual(samplePictures.map(fileOf).sort());
  });

  test('names are never shared, and every title speaks both languages', () => {
    expect(new Set(samplePictures.map(({ name }) => name)).size).toBe(samplePictures.length);
    for (const { title } of samplePictures) expect(title.en.length * title.zh.length).toBeGreaterThan(0);
  });

  test('together they weigh less than a photograph from a telephone', () => {
    const bytes = samplePictures.reduce(
      (sum, picture) => sum + statSync(join(root, fileOf(picture))).size,
      0,
    );
    expect(bytes).toBeLessThan(1.5 * 1024 * 1024);
  });
});
