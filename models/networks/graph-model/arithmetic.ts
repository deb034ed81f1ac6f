/** Sums, products and roots: of numbers for each channel, of a norm's parts, and of two pictures. */
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
import type { GraphNode } from './graph-def.ts';
import { asChannelwise, asExtents, asNumbers, changed, channelwise, type Known } from './known.ts';
import { type Reading, stepAt } from './reading.ts';

export const perhaps = (value: Channelwise | undefined): Known | undefined => value && channelwise(value);

export function arithmetic(
  node: GraphNode,
  inputs: readonly (Known | undefined)[],
  reading: Reading,
): Known | undefined {
  const [first, second] = inputs;
  const [a, b] = [asChannelwise(first), asChannelwise(second)];
  switch (node.op) {
    case 'Identity':
    case 'StopGradient':
    case 'Cast':
      return first;
    case 'Neg':
      return a && perhaps(product(a, constant(-1)));
    case 'BiasAdd':
    case 'Add':
    case 'AddV2': {
      if (first?.type === 'variance' || second?.type === 'variance') {
        const [variance, by] =
          first?.type === 'variance' ? [first, asNumbers(second)] : [second, asNumbers(first)];
        return variance?.type === 'variance' && typeof by === 'number'
          ? { ...variance, epsilon: variance.epsilon + by }
          : undefined;
      }
      if (!a || !b) return undefined;
      return perhaps(sum(a, b)) ?? added(node, reading);
    }
    case 'Sub':
      return a && b && perhaps(difference(a, b));
    case 'Mul':
      return a && b && perhaps(product(a, b));
    case 'RealDiv':
    case 'Div': {
      if (!a) return undefined;
      if (second?.type === 'deviation')
        return perhaps(product(a, inverseDeviation(second.of, second.epsilon)));
      const by = asNumbers(second);
      return by === undefined
        ? undefined
        : perhaps(product(a, constant(typeof by === 'number' ? 1 / by : by.map(n => 1 / n))));
    }
    case 'Mean': {
      const axes = asExtents(second)?.join();
      if (axes !== '1,2' && axes !== '2,1') return undefined;
      if (first?.type === 'squared-deviation') return { type: 'variance', of: first.of, epsilon: 0 };
      const step = stepAt(node, 0, reading);
      return step === undefined ? undefined : channelwise(mean(step));
    }
    case 'SquaredDifference': {
      const apart = a && b && difference(a, b);
      const { x, mean: centre, ...rest } = apart?.terms ?? {};
      const isDeviation =
        typeof x === 'number' && typeof centre === 'number' && x === -centre && Math.abs(x) === 1;
      return isDeviation && apart?.of !== undefined && Object.keys(rest).length === 0
        ? { type: 'squared-deviation', of: apart.of }
        : undefined;
    }
    case 'Rsqrt':
      return rooted(first, -0.5);
    case 'Sqrt':
      return rooted(first, 0.5);
    case 'Pow': {
      const power = asNumbers(second);
      return power === 0.5 || power === -0.5 ? rooted(first, power) : undefined;
    }
    case 'Reshape':
      // A number for each channel stays one, however its sides of 1 are written.
      return first?.type === 'tensor' && asExtents(second)?.at(-1) === first.tensor.data.length
        ? { type: 'tensor', tensor: { shape: [first.tensor.data.length], data: first.tensor.data } }
        : undefined;
    default:
      return undefined;
  }
}

/** A variance to the power of ½ or −½, or the numbers of a constant. */
function rooted(known: Known | undefined, power: 0.5 | -0.5): Known | undefined {
  if (known?.type === 'variance') {
    return power < 0
      ? channelwise(inverseDeviation(known.of, known.epsilon))
      : { type: 'deviation', of: known.of, epsilon: known.epsilon };
  }
  const by = asNumbers(known);
  return by === undefined ? undefined : changed(by, number => number ** power);
}

/** The sum of two steps, as at the end of a residual block. */
function added(node: GraphNode, reading: Reading): Known | undefined {
  const [a, b] = [stepAt(node, 0, reading), stepAt(node, 1, reading)];
  if (a === undefined || b === undefined || reading.network.channelsOf(a) !== reading.network.channelsOf(b))
    return undefined;
  return channelwise(feature(reading.network.add(node.name, a, b)));
}
