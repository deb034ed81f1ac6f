/**
 * `npm run bench`: how fast Gramarye is beside other ways of doing the same, in one run on one machine. Each
 * measurement is a process of its own, so that neither side finds the other's heap or kernels. Prints
 * Markdown; the table in README.md is one such run.
 */
import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { CompileTime } from './compile-time.ts';
import type { ConvolutionSpeed } from './convolutions.ts';
import { median } from './median.ts';
import type { IterationReport } from './setting.ts';

function measure<T>(script: string, ...given: readonly number[]): T {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const printed = execFileSync(process.execPath, [path, ...given.map(String)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  // tfjs greets on standard output; the report is the last line.
  return JSON.parse(printed.trim().split('\n').at(-1) ?? '') as T;
}

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} s`;
const row = (...cells: readonly (string | number)[]) => console.log(`| ${cells.join(' | ')} |`);

const [{ model: processor = 'unknown processor' } = {}] = cpus();
console.log(
  `Node ${process.version}, ${cpus().length} × ${processor.trim()}, WebAssembly with SIMD, one thread.\n`,
);

console.log('**One iteration** (forward, backward, Adam) of VGG-19 to relu5_1, medians:\n');
row('size', 'plain TensorFlow.js', 'Gramarye', 'ratio', 'GFLOP/s', 'predicted peak');
row('---', '---', '---', '---', '---', '---');
for (const { side, plainRuns, ourRuns } of [
  { side: 128, plainRuns: 3, ourRuns: 9 },
  { side: 256, plainRuns: 2, ourRuns: 5 },
]) {
  const plain = measure<IterationReport>('plain.js', side, plainRuns);
  const ours = measure<IterationReport>('ours.js', side, ourRuns);
  if (Math.abs(plain.loss / ours.loss - 1) > 1e-2) {
    throw new Error(`The two sides did not compute the same: a loss of ${plain.loss} against ${ours.loss}.`);
  }
  const [theirs, mine] = [median(plain.times), median(ours.times)];
  const gflops = ((ours.flops ?? Number.NaN) / mine / 1e6).toFixed(1);
  const peak = `${Math.round((ours.peakBytes ?? Number.NaN) / 1e6)} MB`;
  row(`${side} px`, seconds(theirs), seconds(mine), `${(theirs / mine).toFixed(1)} ×`, gflops, peak);
}

console.log('\n**Each convolution** at 256 px, GFLOP/s:\n');
row('layer', 'input', 'forward with bias and ReLU', 'backward to the input', 'tfjs’ own forward');
row('---', '---', '---', '---', '---');
for (const { layer, side, forward, backward, tfjs } of measure<ConvolutionSpeed[]>('convolutions.js', 256)) {
  row(layer, `${side} px`, forward.toFixed(1), backward.toFixed(1), tfjs.toFixed(1));
}

console.log('\n**From document to plan**, Gatys graphs side by side:\n');
row('nodes', 'values', 'validate', 'compile', 'compile per node');
row('---', '---', '---', '---', '---');
for (const { nodes, values, validate, compile } of measure<CompileTime[]>('compile-time.js')) {
  const perNode = `${((1000 * compile) / nodes).toFixed(0)} µs`;
  row(nodes, values, `${validate.toFixed(1)} ms`, `${compile.toFixed(1)} ms`, perNode);
}
