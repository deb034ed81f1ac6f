/** What `npm run bench:encoders -- …` may be asked. */
import { parseArgs } from 'node:util';
import type { Pooling } from '../../../src/graph/wire.ts';
import { failure, type Result, success } from '../../../src/language/result.ts';
import { pairs } from './pairs.ts';

export interface BenchOptions {
  /** How many pairs, from the front of the list. */
  readonly pairs: number;
  readonly iterations: number;
  readonly pooling: Pooling;
  readonly backend: 'wasm' | 'webgpu';
  /** The folder of the real VGG-19, by which falls are measured. */
  readonly vgg19?: string;
  /** More encoders to compare: folders, or `random:SEED`. */
  readonly encoders: readonly string[];
  /** The folder that pictures are written to. */
  readonly out?: string;
}

export const usage = `Usage: npm run bench:encoders -- [options]

  --pairs N            paint the first N of the ${pairs.length} pairs
  --iterations N       of each painting (100)
  --pooling NAME       max or average, to paint and to measure with (max)
  --backend NAME       wasm or webgpu (wasm)
  --vgg19 FOLDER       the real VGG-19 (../shared/models/vgg19)
  --encoder FOLDER     one more encoder to compare, or random:SEED; may be repeated
  --out FOLDER         write every picture there, as PNG`;

/** The options, or a sentence that says which of them is wrong. */
export function parseOptions(given: readonly string[]): Result<BenchOptions, string> {
  const read = readArguments(given);
  if (!read.ok) return read;
  const { pooling, backend, encoder, vgg19, out } = read.value;
  const [count, iterations] = [Number(read.value.pairs), Number(read.value.iterations)];
  if (!Number.isInteger(count) || count < 1 || count > pairs.length) {
    return failure(`--pairs takes a whole number from 1 to ${pairs.length}, not ${read.value.pairs}.`);
  }
  if (!Number.isInteger(iterations) || iterations < 1) {
    return failure(`--iterations takes a whole number from 1, not ${read.value.iterations}.`);
  }
  if (pooling !== 'max' && pooling !== 'average') {
    return failure(`--pooling takes max or average, not ${pooling}.`);
  }
  if (backend !== 'wasm' && backend !== 'webgpu') {
    return failure(`--backend takes wasm or webgpu, not ${backend}.`);
  }
  return success({
    pairs: count,
    iterations,
    pooling,
    backend,
    encoders: encoder,
    ...(vgg19 !== undefined && { vgg19 }),
    ...(out !== undefined && { out }),
  });
}

function readArguments(given: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...given],
      options: {
        pairs: { type: 'string', default: String(pairs.length) },
        iterations: { type: 'string', default: '100' },
        pooling: { type: 'string', default: 'max' },
        backend: { type: 'string', default: 'wasm' },
        vgg19: { type: 'string' },
        encoder: { type: 'string', multiple: true, default: [] },
        out: { type: 'string' },
      },
    });
    return success(values);
  } catch (error) {
    return failure(error instanceof Error ? error.message : String(error));
  }
}
