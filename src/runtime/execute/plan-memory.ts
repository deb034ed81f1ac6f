import type { Backend } from './backend.ts';

/**
 * Bytes that a plan should do with, by prediction, on a backend; what needs more is computed in bands. A third of what
 * the backend has, unless `setting` says another: the rest is for what is kept of earlier graphs and for everybody
 * else on the machine. What the kernels take for themselves is off already.
 */
export const planMemory = (
  { memoryLimit, ownBytes = 0 }: Pick<Backend, 'memoryLimit' | 'ownBytes'>,
  setting?: number,
): number => Math.max(0, Math.min(setting ?? memoryLimit / 3, memoryLimit) - ownBytes);
