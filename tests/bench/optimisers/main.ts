/** The optimisers' part of the benchmark, a process of its own: `main.ts SIDE COUNT`, a line of JSON at the end. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../../../src/cli/files/package-folder.ts';
import { fileSources, openBackend, say } from '../../../src/index.ts';
import { pairs, pairTitle } from '../encoders/pairs.ts';
import { Studio } from '../encoders/studio.ts';
import { type Race, race } from './evaluations.ts';

export interface RaceReport {
  readonly encoder: string;
  readonly pair: string;
  readonly race: Race;
}

const [side = 128, count = pairs.length] = process.argv.slice(2).map(Number);
const root = packageFolder();
const pictures = join(root, '../shared/images');
const vgg19 = join(root, '../shared/models/vgg19');
const encoders = [
  { name: 'VGG-19 lite', reference: 'lite' },
  ...(existsSync(vgg19) ? [{ name: 'VGG-19', reference: `folder:${vgg19}` }] : []),
];
const backend = await openBackend('wasm');
if (!backend.ok) throw new Error(say(backend.reason));
const studio = new Studio(backend.value, fileSources(root));
const report: RaceReport[] = [];
for (const { name, reference } of existsSync(pictures) ? encoders : []) {
  for (const pair of pairs.slice(0, count)) {
    const course = {
      content: `file:${join(pictures, 'content', `${pair.content}.jpg`)}`,
      style: `file:${join(pictures, 'style', `${pair.style}.jpg`)}`,
      encoder: reference,
      pooling: 'average',
      side,
    } as const;
    report.push({ encoder: name, pair: pairTitle(pair), race: await race(studio, course) });
    console.error(JSON.stringify(report.at(-1)));
  }
}
backend.value.dispose();
console.log(JSON.stringify(report));
