import * as tf from '@tensorflow/tfjs-core';
import { message } from '../../language/message.ts';
import { Refusal } from '../../language/result.ts';
import type { Value } from '../ir/value.ts';
import type { HostTensor, Resources } from './resources.ts';

/**
 * Uploads what an image or weight leaf names. Throws a {@link Refusal} where the resources do not have it, or
 * where it holds a NaN: some kernels turn that into a 0, and then nobody would ever know (rule R8).
 */
export function uploadLeaf({ op, attributes, shape }: Value, resources: Resources): tf.Tensor {
  const { hash, encoder, tensor } = attributes;
  const found =
    op.name === 'image'
      ? resources.image(String(hash))
      : op.name === 'weight'
        ? resources.weight(String(encoder), String(tensor))
        : undefined;
  if (!found) throw new Error(`The leaf ${op.name} has no resource.`);
  if (!found.ok) throw new Refusal(found.reason);
  if (!allFinite(found.value.data)) throw new Refusal(message('run.not-finite-input'));
  return tf.tensor(found.value.data, [...shape], 'float32');
}

/** Reads a tensor back without making the device wait. */
export async function readBack(tensor: tf.Tensor): Promise<HostTensor> {
  return { shape: [...tensor.shape], data: (await tensor.data()) as Float32Array };
}

/** A plain loop: all weights and pictures come by here, and a function for each number takes several times as long. */
export function allFinite(data: Float32Array): boolean {
  for (let at = 0; at < data.length; at++) {
    const number = data[at] as number;
    if (number - number !== 0) return false;
  }
  return true;
}
