import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contentSamples, styleSamples } from './sample-pictures.ts';

test('every picture that ships can be chosen', () => {
  const shipped = ['content', 'style'].flatMap(folder => readdirSync(`samples/${folder}`));
  const offered = [...contentSamples, ...styleSamples].map(({ reference }) => reference);
  expect(offered.sort()).toEqual(shipped.map(file => `sample:${file.replace('.webp', '')}`).sort());
  for (const { url } of [...contentSamples, ...styleSamples]) expect(url).toMatch(/\.webp$/);
});
