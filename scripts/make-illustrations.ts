/**
 * `npm run illustrations` paints the small pictures that the help shows of each kind of node; `npm run illustrations --
 * crop mask` only these. Seconds each on a CPU. The words below them are in src/ui/help/illustrations/captions.ts.
 */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { illustrations } from './illustrations/catalogue.ts';
import { besideOneAnother, paintedPictures } from './paint-pictures.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = `${root}src/ui/help/illustrations/`;
/** Pixels of one picture, and between two. */
const [width, height, gap] = [192, 144, 6];
const asked = process.argv.slice(2);

mkdirSync(folder, { recursive: true });
for (const [kind, graphs] of Object.entries(illustrations)) {
  if (asked.length > 0 && !asked.includes(kind)) continue;
  const started = performance.now();
  const pictures = [];
  for (const graph of graphs) pictures.push(...(await paintedPictures(graph, root)));
  const { length } = pictures;
  const image = await besideOneAnother(pictures, {
    width: width * length + gap * (length - 1),
    height,
    gap,
  });
  const { size } = await image.toFile(`${folder}${kind}.webp`);
  console.log(
    `${kind}: ${length} pictures, ${(size / 1000).toFixed(1)} KB, ${((performance.now() - started) / 1000).toFixed(0)} s`,
  );
}
