/**
 * torchvision's names for VGG: `features.N.weight` ([out, in, 3, 3]) and `features.N.bias`, where N counts all
 * modules. A ReLU follows each convolution and a pooling each block, so the numbers of the convolutions tell
 * the networks of the family apart.
 */
import { message } from '../../../src/language/message.ts';
import { failure, type Result, success } from '../../../src/language/result.ts';
import { vggFamily } from '../vgg-family.ts';
import type { StoredTensor } from './header.ts';
import type { Wanted } from './wanted.ts';

/** `0` → `conv1_1`, `2` → `conv1_2`, `5` → `conv2_1`, … */
function numbersOf(convolutions: readonly number[]): ReadonlyMap<number, string> {
  const numbers = new Map<number, string>();
  let next = 0;
  for (const [block, count] of convolutions.entries()) {
    for (let index = 1; index <= count; index++) {
      numbers.set(next, `conv${block + 1}_${index}`);
      next += 2;
    }
    next++;
  }
  return numbers;
}

const feature = /^features\.(\d{1,3})\.(weight|bias)$/;

export const isTorchvision = (tensors: readonly StoredTensor[]): boolean =>
  tensors.some(({ name }) => name.startsWith('features.'));

/** The convolutions among `tensors`, by our names. Dense layers (`classifier`, `pre_logits`, `head`) are none. */
export function findTorchvision(
  tensors: readonly StoredTensor[],
  file: string,
): Result<ReadonlyMap<string, Wanted>> {
  const features = tensors.filter(({ name }) => name.startsWith('features.'));
  const normalised = features.find(({ name }) =>
    /\.(running_mean|running_var|num_batches_tracked)$/.test(name),
  );
  if (normalised) return failure(message('import.batch-norm', { file, tensor: normalised.name }));
  const foreign = features.find(({ name }) => !feature.test(name));
  if (foreign) return failure(message('import.foreign-tensor', { file, tensor: foreign.name }));
  const found = features.map(stored => ({ stored, ...partOf(stored.name) }));
  const fits = (numbers: ReadonlyMap<number, string>) => found.every(({ number }) => numbers.has(number));
  const networks = vggFamily.map(numbersOf);
  const network = networks.find(fits);
  if (!network) {
    const odd = found.find(({ number }) => !networks[0]?.has(number)) ?? found[0];
    return failure(message('import.foreign-tensor', { file, tensor: odd?.stored.name ?? '' }));
  }
  return success(
    new Map(
      found.map(({ stored, number, part }) => [
        `${network.get(number)}/${part === 'weight' ? 'kernel' : 'bias'}`,
        wanted(stored, part),
      ]),
    ),
  );
}

function partOf(name: string): { number: number; part: string } {
  const [, number = '', part = ''] = feature.exec(name) ?? [];
  return { number: Number(number), part };
}

function wanted(stored: StoredTensor, part: string): Wanted {
  const [out = 0, inputs = 0, height = 0, width = 0] = stored.shape;
  const outputsFirst = part === 'weight' && stored.shape.length === 4;
  return { stored, shape: outputsFirst ? [height, width, inputs, out] : stored.shape, outputsFirst };
}
