/** The quick start's part of the benchmark, a process of its own: `main.ts SIDE COUNT`, a line of JSON at the end. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../../../src/cli/files/package-folder.ts';
import { fileSources, openBackend, say } from '../../../src/index.ts';
import { pairs, pairTitle } from '../encoders/pairs.ts';
import { Studio } from '../encoders/studio.ts';
import { type HeadStart, headStarts } from './head-start.ts';

export interface QuickStartReport {
  readonly pair: string;
  readonly headStarts: readonly HeadStart[];
}

const [side = 128, count = pairs.length] = process.argv.slice(2).map(Number);
const root = packageFolder();
const pictures = join(root, '../shared/images');
const backend = await openBackend('wasm');
if (!backend.ok) throw new Error(say(backend.reason));
const studio = new Studio(backend.value, fileSources(root));
const report: QuickStartReport[] = [];
for (const pair of existsSync(pictures) ? pairs.slice(0, count) : []) {
  const order = {
    content: `file:${join(pictures, 'content', `${pair.content}.jpg`)}`,
    style: `file:${join(pictures, 'style', `${pair.style}.jpg`)}`,
    encoder: 'lite',
    pooling: 'average',
    side,
  } as const;
  report.push({ pair: pairTitle(pair), headStarts: await headStarts(studio, order, [50, 100, 200]) });
  console.error(JSON.stringify(report.at(-1)));
}
backend.value.dispose();
console.log(JSON.stringify(report));
