/**
 * `npm run figures -- VGG19-FOLDER` paints the figure at the head of README.md: each content and style beside
 * what became of them. A few minutes a picture.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp, { type OverlayOptions } from 'sharp';
import { fileSources, problemText, renderGraph, say } from '../src/index.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const pairs = [
  { content: 'mountain-lake', style: 'night-sky' },
  { content: 'old-town', style: 'woodblock-wave' },
];
const [side, height, gap] = [256, 192, 8];

const [encoder] = process.argv.slice(2);
if (!encoder) {
  console.error('Name the folder of a VGG-19: npm run figures -- path/to/vgg19');
  process.exit(1);
}

async function paintPair(content: string, style: string): Promise<Buffer> {
  const graph = await readFile(resolve(root, 'presets/gatys.gramarye.json'), 'utf8');
  const events = renderGraph(graph, {
    sources: fileSources(root),
    adjustments: {
      size: side,
      iterations: 140,
      set: [{ path: 'contentLoss.weight', text: '8' }],
      encoder: `folder:${resolve(encoder ?? '')}`,
      images: [
        { node: 'content', reference: `sample:${content}` },
        { node: 'style', reference: `sample:${style}` },
      ],
    },
  });
  for await (const event of events) {
    if (event.type === 'iteration') console.log(content, style, event.iteration, event.total.toFixed(3));
    if (event.type === 'refused')
      throw new Error(event.problems.map(problem => say(problemText(problem))).join('\n'));
    if (event.type === 'failed') throw new Error(say(problemText(event.problem)));
    if (event.type !== 'output') continue;
    const [rows = 0, columns = 0, channels] = event.picture.shape;
    const pixels = Uint8ClampedArray.from(event.picture.data, value => Math.round(255 * value));
    return sharp(pixels, { raw: { width: columns, height: rows, channels: channels === 3 ? 3 : 1 } })
      .png()
      .toBuffer();
  }
  throw new Error('The graph gave no picture.');
}

const sample = (role: 'content' | 'style', name: string) =>
  readFile(resolve(root, `samples/${role}/${name}.webp`));
const cell = (picture: Buffer, width: number, tall: number) =>
  sharp(picture).resize(width, tall, { fit: 'cover' }).toBuffer();

const half = (height - gap) / 2;
const narrow = Math.round(half * 1.4);
const width = narrow + gap + side;
const tiles: OverlayOptions[] = [];
for (const [column, { content, style }] of pairs.entries()) {
  const left = column * (width + 2 * gap);
  const painted = await paintPair(content, style);
  tiles.push(
    { input: await cell(await sample('content', content), narrow, half), left, top: 0 },
    { input: await cell(await sample('style', style), narrow, half), left, top: half + gap },
    { input: await cell(painted, side, height), left: left + narrow + gap, top: 0 },
  );
}
await mkdir(resolve(root, 'docs/figures'), { recursive: true });
await sharp({
  create: {
    width: pairs.length * width + (pairs.length - 1) * 2 * gap,
    height,
    channels: 4,
    background: { r: 0, g: 0, b: 0, alpha: 0 },
  },
})
  .composite(tiles)
  .webp({ quality: 90 })
  .toFile(resolve(root, 'docs/figures/painted.webp'));
