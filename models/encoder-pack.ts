/**
 * An encoder with its weights, in the one form that the runtime takes: float32 on the host, kernels
 * [3, 3, in, out], red first, whatever file or recipe it came from.
 */
import type { EncoderFacts, EncoderLayer } from '../src/graph/wire.ts';
import { message } from '../src/language/message.ts';
import { failure, type Result, success } from '../src/language/result.ts';
import type { HostTensor } from '../src/runtime/execute/resources.ts';
import { encoderHash } from './encoder-hash.ts';
import type { Preprocessing } from './preprocessing.ts';

export interface EncoderPack {
  readonly facts: EncoderFacts;
  /**
   * `conv3_1/kernel` ([3, 3, in, out]) or `conv3_1/bias` ([out]). The numbers belong to the pack: read them,
   * don't change them.
   */
  tensor(name: string): Result<HostTensor>;
}

export interface PackContents {
  readonly title: EncoderFacts['title'];
  /** As `checkArchitecture` gave them. */
  readonly layers: readonly EncoderLayer[];
  /** A kernel and a bias for each layer, in the order of channels that `preprocessing` names. */
  readonly tensors: ReadonlyMap<string, HostTensor>;
  readonly preprocessing: Preprocessing;
}

/** The tensors of an encoder in the order of the forward pass. */
export const tensorNames = (layers: readonly EncoderLayer[]): string[] =>
  layers.flatMap(({ name }) => [`${name}/kernel`, `${name}/bias`]);

/** Puts weights that were read together: what asks for blue first is exchanged, once, to ask for red. */
export async function packOf({ title, layers, tensors, preprocessing }: PackContents): Promise<EncoderPack> {
  const inRgb = new Map(tensors);
  const first = tensors.get('conv1_1/kernel');
  if (first && preprocessing.order === 'bgr') inRgb.set('conv1_1/kernel', exchanged(first));
  const facts: EncoderFacts = {
    hash: await encoderHash(layers, inRgb, preprocessing.applied),
    title,
    layers,
    preprocessing: preprocessing.applied,
  };
  return { facts, tensor: name => tensorOf(facts, name, inRgb.get(name)) };
}

/** The tensor, or the sentence that says up to where the encoder goes. */
export function tensorOf(
  facts: EncoderFacts,
  name: string,
  tensor: HostTensor | undefined,
): Result<HostTensor> {
  if (tensor) return success(tensor);
  const deepest = facts.layers.at(-1)?.name ?? '';
  return failure(message('encoder.tensor-missing', { encoder: facts.title, tensor: name, deepest }));
}

/** A first kernel [3, 3, 3, out] with blue and red exchanged. */
function exchanged({ shape, data }: HostTensor): HostTensor {
  const out = shape[3] ?? 0;
  const swapped = data.slice();
  for (let position = 0; position < 9; position++) {
    const blue = position * 3 * out;
    const red = blue + 2 * out;
    swapped.set(data.subarray(red, red + out), blue);
    swapped.set(data.subarray(blue, blue + out), red);
  }
  return { shape, data: swapped };
}
