import type { Backend } from './backend.ts';

/**
 * Bytes that a plan should do with, by prediction, on a backend; what needs more is computed in bands. A third of what
 * the backend has, unless `setting` says another: the rest is for what is kept of earlier graphs, for the gaps between
 * tensors (on wasm a fifth to two fifths more than was predicted), and for everybody else on the machine.
 */
export const planMemory = ({ memoryLimit }: Pick<Backend, 'memoryLimit'>, setting?: number): number =>
  Math.min(setting ?? memoryLimit / 3, memoryLimit);
