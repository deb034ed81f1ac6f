/**
 * Each op of the tensor program as an expression of TypeScript over tfjs: what its `run` does, for people to
 * read. What takes more than one call is a function of its own, in `op-functions.ts`.
 */
import type { ops } from '../ir/ops/index.ts';
import type { Attribute, Attributes, Shape } from '../ir/value.ts';

/** Inputs are names of variables. */
type OpCode = (inputs: Readonly<Record<string, string>>, attributes: Attributes, shape: Shape) => string;

const list = (numbers: Attribute | undefined | Shape): string =>
  `[${Array.isArray(numbers) ? numbers.join(', ') : ''}]`;

const call =
  (name: string, ...inputs: readonly string[]): OpCode =>
  given =>
    `${name}(${inputs.map(input => given[input]).join(', ')})`;

function affine(x: string, factor: unknown, offset: unknown, constant: (value: unknown) => string): string {
  const scaled = isAll(factor, 1) ? x : `tf.mul(${x}, ${constant(factor)})`;
  return isAll(offset, 0) ? scaled : `tf.add(${scaled}, ${constant(offset)})`;
}

const isAll = (value: unknown, number: number): boolean =>
  Array.isArray(value) ? value.every(item => item === number) : value === number;

const vector = (value: unknown): string => `tf.tensor1d(${list(value as Attribute)})`;

function crop(x: string | undefined, { whole, at, size, adjoint }: Attributes): string {
  const [h = 0, w = 0] = pair(size);
  const [top = 0, left = 0] = pair(at);
  const [height = 0, width = 0] = pair(whole);
  const around = `[[${top}, ${height - top - h}], [${left}, ${width - left - w}], [0, 0]]`;
  return adjoint ? `tf.pad(${x}, ${around})` : `tf.slice(${x}, [${top}, ${left}, 0], [${h}, ${w}, -1])`;
}

const pair = (value: Attribute | undefined): number[] => (Array.isArray(value) ? value.map(Number) : []);

function orient(x: string, { transpose, flipRows, flipColumns }: Attributes): string {
  const exchanged = transpose ? `tf.transpose(${x}, [1, 0, 2])` : x;
  const axes = [...(flipRows ? [0] : []), ...(flipColumns ? [1] : [])];
  return axes.length === 0 ? exchanged : `tf.reverse(${exchanged}, ${list(axes)})`;
}

export const opCode: Readonly<Record<keyof typeof ops, OpCode>> = {
  adamStep: ({ x, m, v, step, correction, epsilon }, { range }) => {
    const next = `adamStep(${[x, m, v, step, correction, epsilon].join(', ')})`;
    return Array.isArray(range) ? `tf.clipByValue(${next}, ${range.join(', ')})` : next;
  },
  add: call('tf.add', 'a', 'b'),
  affine: ({ x = '' }, { factor, offset }) => affine(x, factor, offset, String),
  after: ({ x }) => `tf.clone(${x})`,
  arrange: ({ x, order }, { inverse }) => `${inverse ? 'arrangeBack' : 'arrange'}(${x}, ${order})`,
  averagePool: call('averagePool', 'x'),
  averagePoolGradient: ({ dy }, { shape }) => `averagePoolGradient(${dy}, ${list(shape)})`,
  broadcast: ({ x }, { shape }) => `tf.mul(tf.ones(${list(shape)}), ${x})`,
  channelAffine: ({ x = '' }, { factors, offsets }) => affine(x, factors, offsets, vector),
  clamp: ({ x }, { low, high }) => `tf.clipByValue(${x}, ${low}, ${high})`,
  clampGradient: ({ dy, x }, { low, high }) => `clampGradient(${dy}, ${x}, ${low}, ${high})`,
  concatenate: parts =>
    `tf.concat([${Object.keys(parts)
      .sort()
      .map(name => parts[name])
      .join(', ')}], 0)`,
  constant: (_, { shape, numbers }) => `tf.tensor(${list(numbers)}, ${list(shape)}, 'float32')`,
  conv2d: ({ x, kernel, bias, mask }, { padding, relu }) => {
    const passing = mask === undefined ? x : `tf.mul(${x}, tf.step(${mask}))`;
    return `convolve(${[passing, kernel, padding, relu, ...(bias === undefined ? [] : [bias])].join(', ')})`;
  },
  convolution: ({ x, kernel, bias }, { stride, padding }) =>
    `convolveBy(${[x, kernel, stride, `'${padding}'`, ...(bias === undefined ? [] : [bias])].join(', ')})`,
  crop: ({ x }, attributes) => crop(x, attributes),
  difference: ({ x }, { axis, adjoint }) => `${adjoint ? 'differenceBack' : 'difference'}(${x}, ${axis})`,
  divide: call('tf.div', 'a', 'b'),
  exponential: call('tf.exp', 'x'),
  fill: (_, { shape, value }) => `tf.fill(${list(shape)}, ${value})`,
  gram: ({ features }, { divisor }) => `gram(${features}, ${divisor})`,
  identity: (_, { size }) => `tf.eye(${size})`,
  largest: call('largest', 'x'),
  logarithm: call('tf.log', 'x'),
  matmul: call('tf.matMul', 'a', 'b'),
  maxPool: call('maxPool', 'x'),
  maxPoolGradient: call('maxPoolGradient', 'dy', 'x', 'y'),
  meanSquare: call('meanSquare', 'x'),
  modulate: ({ x, scale, shift }) => `tf.add(tf.mul(${x}, ${scale}), ${shift})`,
  mixChannels: ({ x, by, plus }) =>
    `mixChannels(${[x, by, ...(plus === undefined ? [] : [plus])].join(', ')})`,
  movingAverage: (inputs, { squares }) =>
    call(squares ? 'averageOfSquares' : 'movingAverage', 'average', 'sample', 'keep', 'take')(inputs, {}, []),
  multiply: call('tf.mul', 'a', 'b'),
  nearest: ({ x }, { axis, from, to, adjoint }) =>
    `${adjoint ? 'nearestBack' : 'nearest'}(${x}, ${axis}, ${from}, ${to})`,
  noise: (_, { shape, seed }) => `noise(${list(shape)}, ${seed})`,
  order: call('order', 'x'),
  orient: ({ x = '' }, attributes) => orient(x, attributes),
  pack: scalars =>
    `tf.stack([${Object.keys(scalars)
      .sort()
      .map(name => scalars[name])
      .join(', ')}])`,
  pad: ({ x }, { mode, amount, adjoint }) => `${adjoint ? 'unpad' : 'pad'}(${x}, '${mode}', ${amount})`,
  relu: call('tf.relu', 'x'),
  reluGradient: ({ dy, y }) => `tf.mul(${dy}, tf.step(${y}))`,
  resample: ({ x }, { from, to, filter, adjoint }) =>
    `${adjoint ? 'resampleBack' : 'resample'}(${x}, ${list(from)}, ${list(to)}, '${filter}')`,
  reshape: ({ x }, { shape }) => `tf.reshape(${x}, ${list(shape)})`,
  scale: call('tf.mul', 'x', 'by'),
  shift: call('tf.add', 'x', 'by'),
  squareRoot: call('tf.sqrt', 'x'),
  standardise: ({ x }, { epsilon }) => `standardise(${x}, ${epsilon})`,
  subtract: call('tf.sub', 'a', 'b'),
  sum: call('total', 'x'),
  tanh: call('tf.tanh', 'x'),
  transpose: call('tf.transpose', 'x'),
  transposedConvolution: ({ x, kernel }, { stride, padding }, shape) =>
    `tf.conv2dTranspose(${x} as tf.Tensor3D, ${kernel} as tf.Tensor4D, ${list(shape)} as [number, number, number], ${stride}, '${padding}')`,
  turned: ({ kernel }) => `tf.transpose(tf.reverse(${kernel}, [0, 1]), [0, 1, 3, 2])`,
};
