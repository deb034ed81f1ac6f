import * as tf from '@tensorflow/tfjs-core';
import type { BackendName } from '../backend.ts';

type Factory = () => tf.KernelBackend | Promise<tf.KernelBackend>;

/** Makes `name` the backend that everything runs on. False where it does not start. */
export async function start(name: BackendName): Promise<boolean> {
  const started = await tf.setBackend(name);
  if (started) await tf.ready();
  return started;
}

/** Stops a backend, frees all that it holds, and lets it be started anew. */
export function stop(name: BackendName): void {
  const factory: Factory | null = tf.findBackendFactory(name);
  if (!factory) return;
  tf.removeBackend(name);
  tf.registerBackend(name, factory);
}

/** Has `name` started by `factory` from now on. */
export function replace(name: BackendName, factory: Factory): void {
  if (tf.findBackendFactory(name)) tf.removeBackend(name);
  tf.registerBackend(name, factory);
}
