import type { StoredTensor } from './header.ts';

/** A tensor of a safetensors file that is one of ours, and how it is turned into it. */
export interface Wanted {
  readonly stored: StoredTensor;
  /** As we have it: kernels [3, 3, in, out]. */
  readonly shape: readonly number[];
  /** Whether it lies there as [out, in, height, width]. */
  readonly outputsFirst: boolean;
}
