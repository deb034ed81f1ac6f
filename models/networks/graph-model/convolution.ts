/** Convolutions and their transposes, and what graphs have behind them once they were optimised. */
import { type Channelwise, feature, sum } from './channelwise.ts';
import type { GraphNode } from './graph-def.ts';
import { asChannelwise, channelwise, type Known } from './known.ts';
import type { Reading } from './reading.ts';

export function convolved(
  node: GraphNode,
  step: string,
  { network, known, tensors }: Reading,
): Known | undefined {
  const { name, op, inputs, attributes } = node;
  const isTransposed = op === 'Conv2DBackpropInput';
  // The weights may stand behind an Identity.
  const kernel = inputs[1] ?? '';
  const weights = known.get(kernel);
  const [h, w, a, b, ...more] = weights?.type === 'tensor' ? weights.tensor.shape : [];
  const [, stride = 1, across = 1] = attributes.numbers('strides') ?? [];
  const padding = attributes.text('padding');
  const isDilated = (attributes.numbers('dilations') ?? []).some(by => by !== 1);
  if (weights?.type !== 'tensor' || !h || !w || !a || !b || more.length > 0 || stride !== across || isDilated)
    return undefined;
  if (network.channelsOf(step) !== (isTransposed ? b : a)) return undefined;
  if (!tensors.has(kernel)) network.tensors.set(kernel, weights.tensor);
  const shape = [h, w, a, b] as const;
  if (isTransposed) {
    if (padding !== 'SAME') return undefined;
    return channelwise(
      feature(network.append(name, step, { type: 'transposed-convolution', kernel, shape, stride }, a)),
    );
  }
  if (padding !== 'SAME' && padding !== 'VALID') return undefined;
  const operation = {
    type: 'convolution',
    kernel,
    shape,
    stride,
    padding: padding === 'SAME' ? 'same' : 'valid',
  } as const;
  const fused = attributes.texts('fused_ops');
  const plain = feature(network.append(fused.length > 0 ? `${name}/convolution` : name, step, operation, b));
  return fused.length > 0 ? fusedBehind(node, plain, fused, { network, known, tensors }) : channelwise(plain);
}

/** What graphs have behind a convolution once they were optimised: a bias, then perhaps an activation. */
function fusedBehind(
  { name, inputs, attributes }: GraphNode,
  plain: Channelwise,
  [bias, activation, ...more]: readonly string[],
  { network, known }: Reading,
): Known | undefined {
  const by = asChannelwise(known.get(inputs[2] ?? ''));
  const value = bias === 'BiasAdd' && by && more.length === 0 ? sum(plain, by) : undefined;
  if (!value) return undefined;
  if (activation === undefined) return channelwise(value);
  const step = network.stepOf({ value, name: `${name}/bias added` });
  if (step === undefined) return undefined;
  switch (activation) {
    case 'Relu':
      return channelwise(feature(network.append(name, step, { type: 'relu' })));
    case 'LeakyRelu': {
      const slope = attributes.number('leakyrelu_alpha') ?? 0.2;
      return channelwise(feature(network.append(name, step, { type: 'leaky-relu', slope })));
    }
    default:
      return undefined;
  }
}
