/**
 * What a lens is: something that looks at a graph while it paints, between two iterations, and tells numbers of
 * it. It leaves everything as it is. What it submits to the device is read back beside the loop, which never
 * waits for it; how often it may look is decided elsewhere (`open-lenses.ts`).
 */
import type * as tf from '@tensorflow/tfjs-core';
import type { Pause } from '../cache/compute.ts';
import type { HostTensor } from '../execute/resources.ts';
import type { LensGround } from './lens-ground.ts';

export interface Lens<Wish, Reading extends object> {
  /**
   * Another whenever there is something else to be seen; undefined where nothing is. Asked between iterations,
   * so it costs next to nothing.
   */
  moment(wish: Wish, ground: LensGround): string | undefined;
  /** Submits what it measures, and gives control back between two steps. Abandoned on the way, it leaves nothing. */
  measure(wish: Wish, ground: LensGround): Generator<Pause, Taken<Reading>>;
}

/** What was submitted, and what becomes of it. */
export interface Taken<Reading extends object> {
  /** Handed over; read back beside the loop and freed. */
  readonly tensors: readonly tf.Tensor[];
  /** The reading, of the tensors' numbers in their order. */
  readonly read: (numbers: readonly HostTensor[]) => Sent<Reading>;
}

/** A reading on its way to the page: its large blocks change hands where they are named. */
export interface Sent<Reading extends object> {
  readonly reading: Reading;
  readonly transfer?: readonly ArrayBuffer[];
}
