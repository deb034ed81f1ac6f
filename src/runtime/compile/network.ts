/** A network that is written down as steps (`src/graph/network.ts`), as values of the tensor program. */
import { type NetworkFacts, type NetworkOperation, networkInput } from '../../graph/network.ts';
import type { Ir } from '../ir/program.ts';
import type { Shape, Value } from '../ir/value.ts';

/**
 * What the network gives for `input` ([H, W, C]): the result of its last step. Throws a RangeError where the input is
 * too small for a step, or two steps that are added differ in size.
 */
export function throughNetwork(
  ir: Ir,
  { hash, steps }: Pick<NetworkFacts, 'hash' | 'steps'>,
  input: Value,
): Value {
  const results = new Map<string, Value>([[networkInput, input]]);
  const weight = (tensor: string, shape: Shape) => ir.weight({ encoder: hash, tensor, shape });
  let last = input;
  for (const { name, of, operation } of steps) {
    const given = of.map(from => {
      const result = results.get(from);
      if (!result) throw new RangeError(`${name} takes ${from}, which does not stand before it.`);
      return result;
    });
    last = applied(ir, operation, given, weight);
    results.set(name, last);
  }
  return last;
}

function applied(
  ir: Ir,
  operation: NetworkOperation,
  [x, other]: readonly Value[],
  weight: (tensor: string, shape: Shape) => Value,
): Value {
  if (!x) throw new RangeError(`${operation.type} takes nothing.`);
  const [height = 0, width = 0, channels = 0] = x.shape;
  const row = (tensor: string | undefined, size: number, otherwise: number) =>
    tensor === undefined
      ? ir.fill({}, { shape: [1, size], value: otherwise })
      : ir.reshape({ x: weight(tensor, [size]) }, { shape: [1, size] });
  switch (operation.type) {
    case 'convolution': {
      const { kernel, bias, shape, stride, padding } = operation;
      const given = {
        x,
        kernel: weight(kernel, shape),
        ...(bias !== undefined && { bias: weight(bias, [shape[3]]) }),
      };
      if (shape[2] !== channels)
        throw new RangeError(`${channels} channels for a kernel of ${shape.join('×')}.`);
      // The encoders' op is the one that is fast everywhere.
      const isPlain = shape[0] === 3 && shape[1] === 3 && stride === 1 && Math.min(height, width) > 2;
      return isPlain
        ? ir.conv2d(given, { padding: padding === 'same' ? 1 : 0, relu: false })
        : ir.convolution(given, { stride, padding });
    }
    case 'transposed-convolution': {
      const { kernel, bias, shape, stride } = operation;
      const size = [height * stride, width * stride] as const;
      const plain = ir.transposedConvolution(
        { x, kernel: weight(kernel, shape) },
        { stride, padding: 'same', size },
      );
      if (bias === undefined) return plain;
      return ir.modulate({ x: plain, scale: row(undefined, shape[2], 1), shift: row(bias, shape[2], 0) });
    }
    case 'instance-norm': {
      const { scale, shift, epsilon } = operation;
      const even = ir.standardise({ x }, { epsilon });
      return ir.modulate({ x: even, scale: row(scale, channels, 1), shift: row(shift, channels, 0) });
    }
    case 'channel-affine':
      return ir.channelAffine({ x }, { factors: operation.factors, offsets: operation.offsets });
    case 'affine':
      return ir.affine({ x }, { factor: operation.factor, offset: operation.offset });
    case 'relu':
      return rectified(ir, x);
    case 'leaky-relu': {
      const positive = ir.affine({ x: ir.relu({ x }) }, { factor: 1 - operation.slope, offset: 0 });
      return ir.add({ a: positive, b: ir.affine({ x }, { factor: operation.slope, offset: 0 }) });
    }
    case 'tanh':
      return ir.tanh({ x });
    case 'sigmoid':
      return ir.affine({ x: ir.tanh({ x: ir.affine({ x }, half) }) }, { factor: 0.5, offset: 0.5 });
    case 'max-pool':
      return ir.maxPool({ x });
    case 'average-pool':
      return ir.averagePool({ x });
    case 'add':
      if (!other) throw new RangeError('There is nothing to add.');
      return ir.add({ a: x, b: other });
    case 'enlarge':
      return enlarged(ir, x, operation);
    case 'pad':
      return surrounded(ir, x, operation);
    case 'crop': {
      const { rows, columns } = operation;
      const size = [height - rows[0] - rows[1], width - columns[0] - columns[1]] as const;
      return ir.crop({ x }, { whole: [height, width], at: [rows[0], columns[0]], size, adjoint: false });
    }
  }
}

const half = { factor: 0.5, offset: 0 };

/** A ReLU behind a convolution of the encoders' kind is folded into it. */
function rectified(ir: Ir, x: Value): Value {
  const { kernel, bias, x: input } = x.inputs;
  if (x.op.name !== 'conv2d' || !kernel || !input) return ir.relu({ x });
  const padding = Number(x.attributes.padding);
  return ir.conv2d({ x: input, kernel, ...(bias && { bias }) }, { padding, relu: true });
}

function enlarged(
  ir: Ir,
  x: Value,
  { factor, filter }: Extract<NetworkOperation, { type: 'enlarge' }>,
): Value {
  const [height = 0, width = 0] = x.shape;
  const [tall, wide] = [height * factor, width * factor];
  if (filter === 'bilinear') {
    return ir.resample({ x }, { from: [height, width], to: [tall, wide], filter, adjoint: false });
  }
  const rows = ir.nearest({ x }, { axis: 0, from: height, to: tall, adjoint: false });
  return ir.nearest({ x: rows }, { axis: 1, from: width, to: wide, adjoint: false });
}

function surrounded(ir: Ir, x: Value, { mode, amount }: Extract<NetworkOperation, { type: 'pad' }>): Value {
  const [height = 0, width = 0] = x.shape;
  if (mode === 'zero') {
    const whole = [height + 2 * amount, width + 2 * amount] as const;
    return ir.crop({ x }, { whole, at: [amount, amount], size: [height, width], adjoint: true });
  }
  // A mirror needs as many pixels inside as it shows outside: a picture too small for it is repeated at its border.
  const possible = Math.min(height, width) > amount ? mode : 'replicate';
  return ir.pad({ x }, { mode: possible, amount, adjoint: false });
}
