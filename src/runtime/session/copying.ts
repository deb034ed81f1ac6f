import type * as tf from '@tensorflow/tfjs-core';
import { allFinite, readBack } from '../execute/host-tensor.ts';
import type { HostTensor } from '../execute/resources.ts';
import { Beside } from './beside.ts';
import type { Checkpoint } from './checkpoints.ts';
import type { Painting } from './painting.ts';

/** What a run reads back of its painting, all of it beside the loop, which does not wait. */
export class Copying {
  readonly #beside = new Beside();

  /** @param shown Handed over; freed when it is read. */
  read(shown: tf.Tensor): Promise<HostTensor> {
    const reading = readBack(shown);
    this.#beside.read([shown], reading);
    return reading;
  }

  /** Calls `then` with what `shown`, which is handed over, holds. */
  tell(shown: tf.Tensor, then: (picture: HostTensor) => void): void {
    this.#beside.read([shown], readBack(shown).then(then));
  }

  /** Calls `then` with all that it takes to go on from here. */
  checkpoint(painting: Painting, then: (checkpoint: Checkpoint) => void): void {
    const { tensors, reading } = painting.copy();
    this.#beside.read(tensors, reading.then(then));
  }

  /** The same, asked for from outside the loop; undefined where it is no good. */
  async sound(painting: Painting): Promise<Checkpoint | undefined> {
    const { tensors, reading } = painting.copy();
    this.#beside.read(tensors, reading);
    const checkpoint = await reading;
    // On a device that is ahead of what is read, an iteration that failed may not be known yet.
    return Object.values(checkpoint.carried).every(({ data }) => allFinite(data)) ? checkpoint : undefined;
  }

  /** Resolves when all that was being read is read, and was told. */
  done(): Promise<void> {
    return this.#beside.done();
  }
}
