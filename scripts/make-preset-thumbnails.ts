/**
 * `npm run thumbnails` paints every preset as it is and keeps its picture, small, beside it; `npm run thumbnails --
 * texture pyramid` only these. A minute each on a CPU. Where a preset has two outputs, they share the thumbnail.
 */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp, { type Sharp } from 'sharp';
import { fileSources, problemText, renderGraph, say } from '../src/index.ts';
import type { HostTensor } from '../src/runtime/execute/resources.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = `${root}presets/thumbnails/`;
/** Pixels: more than a card of the gallery has, for screens with two to the point. */
const [width, height] = [256, 192];
const ending = '.gramarye.json';

const all = readdirSync(`${root}presets`).flatMap(file =>
  file.endsWith(ending) ? [file.slice(0, -ending.length)] : [],
);
const asked = process.argv.slice(2);

mkdirSync(folder, { recursive: true });
for (const name of asked.length > 0 ? asked : all) {
  const started = performance.now();
  const pictures = await painted(readFileSync(`${root}presets/${name}${ending}`, 'utf8'));
  const { size } = await thumbnail(pictures).then(image => image.toFile(`${folder}${name}.webp`));
  console.log(
    `${name}: ${(size / 1000).toFixed(1)} KB, ${((performance.now() - started) / 1000).toFixed(0)} s`,
  );
}

async function painted(graph: string): Promise<readonly HostTensor[]> {
  const pictures: HostTensor[] = [];
  for await (const event of renderGraph(graph, { sources: fileSources(root) })) {
    if (event.type === 'refused')
      throw new Error(event.problems.map(problem => say(problemText(problem))).join('\n'));
    if (event.type === 'failed') throw new Error(say(problemText(event.problem)));
    if (event.type === 'output') pictures.push(event.picture);
  }
  return pictures;
}

/** The pictures side by side, each cut to its share. */
async function thumbnail(pictures: readonly HostTensor[]): Promise<Sharp> {
  const share = Math.floor(width / pictures.length);
  const tiles = pictures.map(async ({ shape: [rows = 0, columns = 0, channels], data }, index) => {
    const pixels = Uint8ClampedArray.from(data, value => Math.round(255 * value));
    const raw = { width: columns, height: rows, channels: channels === 3 ? 3 : 1 } as const;
    const input = await sharp(pixels, { raw }).resize(share, height, { fit: 'cover' }).png().toBuffer();
    return { input, left: index * share, top: 0 };
  });
  return sharp({ create: { width: share * pictures.length, height, channels: 3, background: 'black' } })
    .composite(await Promise.all(tiles))
    .webp({ quality: 76, effort: 6, smartSubsample: true });
}
