import type * as tf from '@tensorflow/tfjs-core';

/** Read-backs that go on beside a loop, which never waits for them. It owns their tensors until they are read. */
export class Beside {
  readonly #reading = new Set<Promise<void>>();

  /** Frees `tensors` when `reading` has ended. A device that is lost meanwhile gives nothing, and that is all. */
  read(tensors: readonly tf.Tensor[], reading: Promise<unknown>): void {
    const ended = reading
      .then(
        () => undefined,
        () => undefined,
      )
      .finally(() => {
        this.#reading.delete(ended);
        for (const tensor of tensors) freed(tensor);
      });
    this.#reading.add(ended);
  }

  /** Resolves when all that was being read is read. */
  async done(): Promise<void> {
    await Promise.all(this.#reading);
  }
}

/** A device that was closed has freed it already. */
function freed(tensor: tf.Tensor): void {
  try {
    tensor.dispose();
  } catch {}
}
