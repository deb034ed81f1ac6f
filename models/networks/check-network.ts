/** What must hold of a network whatever file it came in: steps in order, tensors of their shapes, finite numbers. */
import { type NetworkStep, networkInput, tensorsOf } from '../../src/graph/network.ts';
import { type Message, message } from '../../src/language/message.ts';
import type { HostTensor } from '../../src/runtime/execute/resources.ts';
import { shapeInWords } from '../architecture.ts';
import { allFinite } from '../import/decode.ts';

/** The largest of published ones have some hundreds. */
const mostSteps = 2000;

/** As float32 these are 256 MB: forty times what fast style transfer has. */
const mostWeights = 2 ** 26;

/** Why these are no network, if they are none; `file` is what the sentence calls it. */
export function refuseNetwork(
  steps: readonly NetworkStep[],
  tensors: ReadonlyMap<string, HostTensor>,
  file: string,
): Message | undefined {
  if (steps.length === 0) return message('network.no-steps', { file });
  if (steps.length > mostSteps) return message('network.too-many-steps', { file, most: String(mostSteps) });
  const there = new Set([networkInput]);
  for (const { name, of, operation } of steps) {
    const absent = of.find(from => !there.has(from));
    if (absent !== undefined || of.length !== (operation.type === 'add' ? 2 : 1) || there.has(name)) {
      return message('network.step-order', { file, step: name });
    }
    there.add(name);
  }
  let weights = 0;
  for (const [name, shape] of tensorsOf(steps)) {
    const found = tensors.get(name);
    if (!found) return message('network.no-tensor', { file, tensor: name });
    if (found.shape.join() !== shape.join()) {
      const [is, expected] = [shapeInWords(found.shape), shapeInWords(shape)];
      return message('network.tensor-shape', { file, tensor: name, shape: is, expected });
    }
    weights += found.data.length;
    if (weights > mostWeights) return message('network.too-large', { file });
    if (!allFinite(found.data)) return message('encoder.not-finite', { file, tensor: name });
  }
  return undefined;
}
