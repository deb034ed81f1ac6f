/** What each op of a TensorFlow graph gives for what is known of its inputs. */
import { arithmetic, perhaps } from './arithmetic.ts';
import {
  type Channelwise,
  constant,
  difference,
  feature,
  inverseDeviation,
  mean,
  product,
  sum,
} from './channelwise.ts';
import { convolved } from './convolution.ts';
import type { GraphNode } from './graph-def.ts';
import { asChannelwise, asExtents, asNumbers, channelwise, type Known } from './known.ts';
import type { NetworkInProgress } from './network-in-progress.ts';
import { type Reading, stepAt } from './reading.ts';
import { factorOf, sizeOf } from './sizes.ts';

/** Undefined where the op, as it is set, cannot be said in steps. */
export function resultOf(node: GraphNode, reading: Reading): Known | undefined {
  const inputs = node.inputs.map(name => reading.known.get(name));
  return sizeOf(node, inputs) ?? arithmetic(node, inputs, reading) ?? spatial(node, inputs, reading);
}

function spatial(
  node: GraphNode,
  inputs: readonly (Known | undefined)[],
  reading: Reading,
): Known | undefined {
  const { name, op, attributes } = node;
  const { network } = reading;
  const from = op === 'Conv2DBackpropInput' ? 2 : 0;
  const step = stepAt(node, from, reading);
  if (step === undefined || (attributes.text('data_format') ?? 'NHWC') !== 'NHWC') return undefined;
  const appended = (operation: Parameters<NetworkInProgress['append']>[2], channels?: number) =>
    channelwise(feature(network.append(name, step, operation, channels)));
  switch (op) {
    case 'Shape':
      return { type: 'extents', extents: [0, 1, 2, 3].map(axis => ({ of: step, axis, factor: 1 })) };
    case 'Relu':
      return appended({ type: 'relu' });
    case 'Tanh':
      return appended({ type: 'tanh' });
    case 'Sigmoid':
      return appended({ type: 'sigmoid' });
    case 'LeakyRelu':
      return appended({ type: 'leaky-relu', slope: attributes.number('alpha') ?? 0.2 });
    case 'Conv2D':
    case '_FusedConv2D':
    case 'Conv2DBackpropInput':
      return convolved(node, step, reading);
    case 'FusedBatchNorm':
    case 'FusedBatchNormV2':
    case 'FusedBatchNormV3':
      return normed(node, step, inputs);
    case 'MaxPool':
    case 'AvgPool': {
      const [sizes, strides] = [attributes.numbers('ksize'), attributes.numbers('strides')];
      const isHalf =
        sizes?.join() === '1,2,2,1' &&
        strides?.join() === '1,2,2,1' &&
        attributes.text('padding') === 'VALID';
      return isHalf ? appended({ type: op === 'MaxPool' ? 'max-pool' : 'average-pool' }) : undefined;
    }
    case 'MirrorPad':
    case 'Pad': {
      const sides = inputs[1]?.type === 'tensor' ? Array.from(inputs[1].tensor.data) : [];
      const [, , amount = 0] = sides;
      const isEven = sides.join() === [0, 0, amount, amount, amount, amount, 0, 0].join() && amount >= 1;
      if (!isEven || (op === 'MirrorPad' && attributes.text('mode') !== 'REFLECT')) return undefined;
      return appended({ type: 'pad', mode: op === 'Pad' ? 'zero' : 'reflect', amount });
    }
    case 'ResizeNearestNeighbor':
    case 'ResizeBilinear': {
      const factor = factorOf(asExtents(inputs[1]), step, network.sidesOf(step));
      const isNearest = op === 'ResizeNearestNeighbor';
      // Between pixels' centres; what TensorFlow did before 2.0 is another filter.
      const isKnown =
        attributes.flag('align_corners') !== true &&
        (isNearest || attributes.flag('half_pixel_centers') === true);
      return factor !== undefined && isKnown
        ? appended({ type: 'enlarge', factor, filter: isNearest ? 'nearest' : 'bilinear' })
        : undefined;
    }
    default:
      return undefined;
  }
}

/** As it was trained; or, where it takes the picture's own statistics, an instance norm, since there is one picture. */
function normed(
  { attributes }: GraphNode,
  step: string,
  inputs: readonly (Known | undefined)[],
): Known | undefined {
  const [scale, shift, centre, variance] = inputs.slice(1).map(asChannelwise);
  const epsilon = attributes.number('epsilon') ?? 1e-4;
  if (!scale || !shift) return undefined;
  const even = (inverse: Channelwise, middle: Channelwise) => {
    const factor = product(scale, inverse);
    const centred = difference(feature(step), middle);
    const scaled = factor && centred && product(centred, factor);
    return scaled && sum(scaled, shift);
  };
  if (attributes.flag('is_training') === true)
    return perhaps(even(inverseDeviation(step, epsilon), mean(step)));
  const by = variance && asNumbers(channelwise(variance));
  if (by === undefined || !centre) return undefined;
  const inverse =
    typeof by === 'number' ? (by + epsilon) ** -0.5 : by.map(number => (number + epsilon) ** -0.5);
  return perhaps(even(constant(inverse), centre));
}
