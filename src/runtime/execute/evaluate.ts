import * as tf from '@tensorflow/tfjs-core';
import { isLeaf } from '../ir/op.ts';
import { reachable } from '../ir/reachable.ts';
import type { Value } from '../ir/value.ts';

/** Runs what `values` need, plainly and without regard to memory, on the current backend. For tests and tools. */
export function evaluate(values: readonly Value[], bind: (leaf: Value) => tf.Tensor): tf.Tensor[] {
  return tf.tidy(() => {
    const tensors = new Map<Value, tf.Tensor>();
    const tensorOf = (value: Value): tf.Tensor => {
      const tensor = tensors.get(value);
      if (!tensor) throw new Error(`${value.op.name} #${value.id} is needed before it has run.`);
      return tensor;
    };
    for (const value of reachable(values)) {
      const inputs = Object.entries(value.inputs).map(([name, input]) => [name, tensorOf(input)]);
      tensors.set(
        value,
        isLeaf(value.op)
          ? bind(value)
          : value.op.run(Object.fromEntries(inputs), value.attributes, value.shape),
      );
    }
    // Cloned, so that a leaf that is asked for does not hand out the caller's own tensor.
    return values.map(value => tensorOf(value).clone());
  });
}
