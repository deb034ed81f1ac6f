import type { Result } from '../../language/result.ts';

/** A block of float32 numbers with its shape, on the host. */
export interface HostTensor {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

/**
 * Where the leaves of a plan get their numbers from: decoded pictures and the weights of encoders, both by
 * content hash. Whoever runs a plan supplies it: the command line from files, a page from its own storage.
 */
export interface Resources {
  /** RGB, 0 to 1, [height, width, 3]. */
  image(hash: string): Result<HostTensor>;
  /** `tensor` is `conv3_1/kernel` ([3, 3, in, out], RGB order at the first layer) or `conv3_1/bias` ([out]). */
  weight(encoder: string, tensor: string): Result<HostTensor>;
}
