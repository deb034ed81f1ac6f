/**
 * Work for a GPU is recorded, and begins when it is submitted. Each submission costs the same, however small it
 * is; while a large one runs, nothing else of the machine is drawn.
 */
import * as tf from '@tensorflow/tfjs-core';
import { flopsOf, type Schedule } from '../compile/schedule.ts';
import type { Value } from '../ir/value.ts';

/**
 * Floating-point operations that are submitted without waiting for more: an iteration of VGG-19 to relu5_1 at
 * 256 pixels, a tenth of a second where a GPU does 1.4 TFLOP/s.
 */
const enoughWork = 2 ** 37;

/** A backend that records. */
interface Recording {
  flush(): void;
}

const records = (backend: object): backend is Recording => 'flush' in backend;

/** Submits what was recorded, where the backend that is open records. */
export function submit(): void {
  const backend: object = tf.backend();
  if (records(backend)) backend.flush();
}

/** To be told of each value of `plan`: submits whenever what was recorded is enough. Undefined where it never is. */
export function submitter(plan: Schedule): ((value: Value) => void) | undefined {
  const backend: object = tf.backend();
  if (!records(backend) || plan.flops < enoughWork) return undefined;
  let recorded = 0;
  return value => {
    recorded += flopsOf(value);
    if (recorded < enoughWork) return;
    backend.flush();
    recorded = 0;
  };
}
