/**
 * Which of GPU and processor paints faster here, found out once. A GPU nearly always does; a weak one beside a
 * strong processor need not, and neither's name tells. So both run the same convolutions for a moment, forward and
 * backward as an encoder does, and what that took is remembered for this GPU.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { Result } from '../../language/result.ts';
import { gradientsOf } from '../ir/differentiate.ts';
import { Program } from '../ir/program.ts';
import type { Backend } from './backend.ts';
import { evaluate } from './evaluate.ts';

/** Milliseconds for the same work. */
export interface Speeds {
  readonly webgpu: number;
  readonly wasm: number;
}

/** Where it is kept what was measured, by a GPU's description. */
export interface SpeedsKept {
  readonly recall: (gpu: string) => Promise<Speeds | undefined>;
  readonly remember: (gpu: string, speeds: Speeds) => Promise<void>;
}

export interface SwiftestOptions extends SpeedsKept {
  /** Opens a GPU that is one, or says why there is none. */
  readonly openGpu: () => Promise<Result<Backend>>;
  readonly openProcessor: () => Promise<Result<Backend>>;
  readonly measure?: (backend: Backend) => Promise<number>;
}

/** The faster of the two, with what it was chosen by; where there is one alone, that one, unmeasured. */
export async function openSwiftest(options: SwiftestOptions): Promise<Result<Backend>> {
  const { openGpu, openProcessor, recall, remember, measure = timeConvolutions } = options;
  const gpu = await openGpu();
  if (!gpu.ok) return openProcessor();
  const name = gpu.value.description;
  let speeds = await recall(name);
  if (speeds && speeds.webgpu <= speeds.wasm) return chosen(gpu, speeds);
  // One is open at a time: tfjs has a single engine.
  const webgpu = speeds?.webgpu ?? (await measure(gpu.value));
  gpu.value.dispose();
  const processor = await openProcessor();
  if (!processor.ok) return openGpu();
  if (!speeds) {
    speeds = { webgpu, wasm: await measure(processor.value) };
    await remember(name, speeds);
  }
  if (speeds.wasm < speeds.webgpu) return chosen(processor, speeds);
  processor.value.dispose();
  const again = await openGpu();
  return again.ok ? chosen(again, speeds) : openProcessor();
}

const chosen = (opened: Result<Backend>, speeds: Speeds): Result<Backend> =>
  opened.ok ? { ok: true, value: { ...opened.value, speeds } } : opened;

/** Of a picture of so many pixels a side, through so many convolutions between so many channels. */
const [side, channels, layers] = [96, 64, 4];

/**
 * Milliseconds that the open backend takes for four convolutions of 64 to 64 channels at 96×96, forward and
 * backward: the best of three, after one in which programs are compiled.
 */
export async function timeConvolutions(): Promise<number> {
  const program = new Program();
  const { ir } = program;
  const picture = ir.fill({}, { shape: [side, side, channels], value: 0.5 });
  const x = ir.image({ hash: 'measured', shape: [side, side, channels] });
  let features = x;
  for (let layer = 0; layer < layers; layer++) {
    const kernel = ir.fill({}, { shape: [3, 3, channels, channels], value: 1 / (9 * channels) });
    features = ir.conv2d({ x: features, kernel }, { padding: 1, relu: true });
  }
  const loss = ir.meanSquare({ x: ir.subtract({ a: features, b: picture }) });
  const wanted = gradientsOf(program, loss, [x]);
  const given = tf.fill([side, side, channels], 1);
  try {
    let best = Number.POSITIVE_INFINITY;
    for (let run = 0; run < 4; run++) {
      const started = performance.now();
      const tensors = evaluate(wanted, () => given);
      await tensors[0]?.data();
      tf.dispose(tensors);
      if (run > 0) best = Math.min(best, performance.now() - started);
    }
    return best;
  } finally {
    given.dispose();
  }
}
