/**
 * `npm run thumbnails` paints every preset as it is and keeps its picture, small, beside it; `npm run thumbnails --
 * texture pyramid` only these. A minute each on a CPU. Where a preset has two outputs, they share the thumbnail.
 */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { besideOneAnother, paintedPictures } from './paint-pictures.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = `${root}presets/thumbnails/`;
/** Pixels: more than a card of the gallery has, for screens with two to the point. */
const strip = { width: 256, height: 192 };
const ending = '.gramarye.json';

const all = readdirSync(`${root}presets`).flatMap(file =>
  file.endsWith(ending) ? [file.slice(0, -ending.length)] : [],
);
const asked = process.argv.slice(2);

mkdirSync(folder, { recursive: true });
for (const name of asked.length > 0 ? asked : all) {
  const started = performance.now();
  const pictures = await paintedPictures(readFileSync(`${root}presets/${name}${ending}`, 'utf8'), root);
  const image = await besideOneAnother(pictures, strip);
  const { size } = await image.toFile(`${folder}${name}.webp`);
  console.log(
    `${name}: ${(size / 1000).toFixed(1)} KB, ${((performance.now() - started) / 1000).toFixed(0)} s`,
  );
}
