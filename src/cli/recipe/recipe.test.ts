import { resolve } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { includedImage } from '../../graph/share/included-image.ts';
import { message } from '../../language/message.ts';
import { failure } from '../../language/result.ts';
import { withIncluded } from './included-sources.ts';
import { movedReference } from './moved-references.ts';

test('a path is written from the picture’s folder on, and what is no path stays', () => {
  const moved = (reference: string) => movedReference(reference, 'graphs', 'out/pictures');
  expect(moved('file:cat.jpg')).toBe('file:../../graphs/cat.jpg');
  expect(moved(`file:${resolve('out/pictures/cat.jpg')}`)).toBe('file:cat.jpg');
  expect(moved('folder:../vgg')).toBe('folder:../../vgg');
  for (const other of ['sample:lake', 'lite', 'random:7', 'model:vgg19', 'file:'])
    expect(moved(other)).toBe(other);
});

test('an image that is not there is taken from the recipe, if it came with it', async () => {
  const jpeg = await sharp({ create: { width: 12, height: 8, channels: 3, background: '#f00' } })
    .jpeg()
    .toBuffer();
  const nowhere = failure(message('file.missing', { file: 'cat.jpg' }));
  const sources = withIncluded(
    { image: async () => nowhere, encoder: async () => nowhere, network: async () => nowhere },
    { 'file:cat.jpg': includedImage(jpeg) },
  );
  const image = await sources.image('file:cat.jpg');
  expect(image.ok && image.value.shape).toEqual([8, 12, 3]);
  expect(await sources.image('file:dog.jpg')).toBe(nowhere);
  expect(await sources.image('toString')).toBe(nowhere);
});
