import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { say } from '../../language/message.ts';
import { Refusal } from '../../language/result.ts';
import { makeFolderFor, writePicture } from './write-picture.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gramarye-write-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const picture = { shape: [1, 2, 3], data: Float32Array.of(0, 0.5, 1, -3, 7, 0.2) };

test('what lies outside of 0 to 1 is clipped', async () => {
  const file = join(folder, 'clipped.png');
  await writePicture(file, picture);
  const { data, info } = await sharp(file).raw().toBuffer({ resolveWithObject: true });
  expect([info.width, info.height, info.channels]).toEqual([2, 1, 3]);
  expect([...data]).toEqual([0, 128, 255, 0, 255, 51]);
});

test.each(['jpg', 'jpeg', 'webp', 'PNG'])('the ending .%s says the format', async ending => {
  const file = join(folder, `picture.${ending}`);
  await writePicture(file, picture);
  const format = ending.toLowerCase().replace('jpg', 'jpeg');
  expect((await sharp(file).metadata()).format).toBe(format);
});

test('a picture that cannot be put in place leaves nothing behind', async () => {
  const inTheWay = join(folder, 'in-the-way');
  mkdirSync(join(inTheWay, 'taken.png'), { recursive: true });
  await expect(writePicture(join(inTheWay, 'taken.png'), picture)).rejects.toBeInstanceOf(Refusal);
  expect(readdirSync(inTheWay)).toEqual(['taken.png']);
});

test('folders are made, however many are missing', async () => {
  const file = join(folder, 'one', 'two', 'three', 'picture.png');
  await makeFolderFor(file);
  await makeFolderFor(file);
  expect(readdirSync(join(folder, 'one', 'two', 'three'))).toEqual([]);
});

test.runIf(process.platform === 'linux')(
  'a place where no folder can be made is refused at once',
  async () => {
    await expect(makeFolderFor('/proc/nowhere/at/all/out.png')).rejects.toBeInstanceOf(Refusal);
  },
);

test('a path through a file is refused in words', async () => {
  writeFileSync(join(folder, 'file'), '');
  const refusal = await makeFolderFor(join(folder, 'file', 'out.png')).catch((error: unknown) => error);
  expect(refusal instanceof Refusal && say(refusal.reason)).toContain(
    'part of its path is a file, not a folder',
  );
});
