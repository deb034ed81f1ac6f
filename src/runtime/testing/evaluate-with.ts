import * as tf from '@tensorflow/tfjs-core';
import { evaluate } from '../execute/evaluate.ts';
import type { Value } from '../ir/value.ts';
import type { Numbers } from './numbers.ts';

/** Runs what `values` need on the open backend, with leaves bound to numbers. */
export async function evaluateWith(
  values: readonly Value[],
  bound: (leaf: Value) => Numbers | undefined,
): Promise<Numbers[]> {
  const given: tf.Tensor[] = [];
  const tensors = evaluate(values, leaf => {
    const numbers = bound(leaf);
    if (!numbers) throw new Error(`Nothing is bound to the leaf ${leaf.op.name} #${leaf.id}.`);
    const tensor = tf.keep(tf.tensor(Float32Array.from(numbers.data), [...numbers.shape], 'float32'));
    given.push(tensor);
    return tensor;
  });
  const computed = await Promise.all(
    tensors.map(async tensor => ({ shape: tensor.shape, data: Float64Array.from(await tensor.data()) })),
  );
  tf.dispose([...tensors, ...given]);
  return computed;
}
