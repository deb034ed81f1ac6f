/**
 * `npm run bench:encoders`: what an encoder costs, how fast it paints, and how well, measured by the real VGG-19,
 * for VGG-19 lite, VGG-19 itself and a random one. Most of its time goes into VGG-19's own paintings.
 */
import { bench } from './bench.ts';
import { parseOptions, usage } from './options.ts';

const options = parseOptions(process.argv.slice(2));
if (options.ok) {
  await bench(options.value);
} else {
  console.error(`${options.reason}\n\n${usage}`);
  process.exitCode = 1;
}
