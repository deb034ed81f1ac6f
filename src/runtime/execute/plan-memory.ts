import type { Backend } from './backend.ts';

/**
 * Bytes that a plan should do with, by prediction, on a backend; what needs more is computed in bands. Half of what
 * the backend has, unless `setting` says another: the rest is for what is kept of earlier graphs, for gaps between
 * tensors (on wasm, where memory that was taken once is never given back), and for everybody else on the machine.
 */
export const planMemory = ({ memoryLimit }: Pick<Backend, 'memoryLimit'>, setting?: number): number =>
  Math.min(setting ?? memoryLimit / 2, memoryLimit);
