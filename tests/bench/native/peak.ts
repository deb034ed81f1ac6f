/**
 * How fast the inner loop can be here, a process of its own: GFLOP/s of the fastest product of matrices among
 * some that fit the caches. `peak.ts SHORT`: with SHORT a shorter look.
 */
import * as tf from '@tensorflow/tfjs-core';
import { nodeThreads } from '../../../src/cli/node-threads.ts';
import { openBackend } from '../../../src/runtime/execute/backend.ts';

export interface PeakReport {
  readonly gflops: number;
}

const rounds = process.argv[2] === 'SHORT' ? 10 : 60;
const backend = await openBackend('wasm', { threads: nodeThreads() });
if (!backend.ok) throw new Error(backend.reason.id);

let gflops = 0;
for (const [rows, depth, columns] of [
  [256, 256, 256],
  [512, 256, 512],
  [1024, 512, 256],
  [1024, 256, 1024],
] as const) {
  const a = tf.randomNormal<tf.Rank.R2>([rows, depth]);
  const b = tf.randomNormal<tf.Rank.R2>([depth, columns]);
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    tf.matMul(a, b).dispose();
    const seconds = (performance.now() - start) / 1000;
    gflops = Math.max(gflops, (2e-9 * rows * depth * columns) / seconds);
  }
  tf.dispose([a, b]);
}
const report: PeakReport = { gflops };
console.log(JSON.stringify(report));
