/**
 * Paints the sample pictures into `samples/`: all of them, or those named on the command line.
 *
 *     npm run samples
 *     npm run samples -- night-sky mountain-lake
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { samplePictures } from './samples/catalogue.ts';
import { fileOf, toWebp } from './samples/encode.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const wanted = process.argv.slice(2);
const unknown = wanted.filter(name => !samplePictures.some(picture => picture.name === name));

if (unknown.length > 0) {
  console.error(`No sample picture is called ${unknown.join(' or ')}.`);
  console.error(`There are: ${samplePictures.map(({ name }) => name).join(', ')}.`);
  process.exitCode = 1;
} else {
  await paintAll();
}

async function paintAll(): Promise<void> {
  for (const picture of samplePictures) {
    if (wanted.length > 0 && !wanted.includes(picture.name)) continue;
    const started = performance.now();
    const webp = await toWebp(picture.paint(picture.width, picture.height));
    const file = join(root, fileOf(picture));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, webp);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(
      `${fileOf(picture)}  ${picture.width}×${picture.height}  ${(webp.length / 1024).toFixed(0)} KiB  ${seconds} s`,
    );
  }
}
