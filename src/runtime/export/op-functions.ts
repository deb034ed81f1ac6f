/**
 * The functions that an exported program calls, as text: each is written into it only if it is called. They do
 * what the ops of the same names do (`../ir/ops`); a test runs whole programs to hold them to it.
 */

export const opFunctions: Readonly<Record<string, string>> = {
  adamStep: `/** The picture after a step of Adam (Kingma and Ba 2015, algorithm 1). */
const adamStep = (x: tf.Tensor, m: tf.Tensor, v: tf.Tensor, step: tf.Tensor, correction: tf.Tensor, epsilon: tf.Tensor): tf.Tensor =>
  tf.sub(x, tf.mul(tf.div(m, tf.add(tf.mul(tf.sqrt(v), correction), epsilon)), step));`,

  movingAverage: `/** A mean that forgets: so much of it is kept, so much of the sample is taken. */
const movingAverage = (average: tf.Tensor, sample: tf.Tensor, keep: tf.Tensor, take: tf.Tensor): tf.Tensor =>
  tf.add(tf.mul(average, keep), tf.mul(sample, take));`,

  averageOfSquares: `/** The same of the sample's squares. */
const averageOfSquares = (average: tf.Tensor, sample: tf.Tensor, keep: tf.Tensor, take: tf.Tensor): tf.Tensor =>
  movingAverage(average, tf.mul(sample, sample), keep, take);`,

  arrange: `/** Each row's numbers in another order. */
const arrange = (x: tf.Tensor, order: tf.Tensor): tf.Tensor =>
  tf.reshape(tf.gather(tf.reshape(x, [-1]), placesOf(order)), x.shape);`,

  arrangeBack: `/** The way back of \`arrange\`. */
const arrangeBack = (x: tf.Tensor, order: tf.Tensor): tf.Tensor =>
  tf.reshape(tf.scatterND(tf.reshape(placesOf(order), [-1, 1]), tf.reshape(x, [-1]), [x.size]), x.shape);`,

  placesOf: `/** Positions within each row as positions within all rows, one behind the other. */
function placesOf(order: tf.Tensor): tf.Tensor1D {
  const [rows = 0, columns = 0] = order.shape;
  const first = tf.reshape(tf.range(0, rows * columns, columns, 'int32'), [rows, 1]);
  return tf.reshape(tf.add(tf.cast(order, 'int32'), first), [-1]);
}`,

  averagePool: `/** The mean of each 2×2 block. */
const averagePool = (x: tf.Tensor): tf.Tensor => tf.avgPool(x as tf.Tensor3D, 2, 2, 'valid');`,

  averagePoolGradient: `/** A quarter of dy to each of the four that were averaged. */
function averagePoolGradient(dy: tf.Tensor, [height = 0, width = 0]: number[]): tf.Tensor {
  const [h = 0, w = 0] = dy.shape;
  const spread = tf.image.resizeNearestNeighbor(tf.mul<tf.Tensor3D>(dy, 0.25), [2 * h, 2 * w]);
  return tf.pad(spread, [[0, height - 2 * h], [0, width - 2 * w], [0, 0]]);
}`,

  clampGradient: `/** dy where x lies within the limits or on them, else 0. */
const clampGradient = (dy: tf.Tensor, x: tf.Tensor, low: number, high: number): tf.Tensor =>
  tf.mul(dy, tf.cast(tf.equal(tf.clipByValue(x, low, high), x), 'float32'));`,

  convolve: `/** 3×3 convolution with so many rows and columns of zeros around; bias and ReLU follow where there are any. */
const convolve = (x: tf.Tensor, kernel: tf.Tensor, padding: number, relu: boolean, bias?: tf.Tensor): tf.Tensor =>
  tf.fused.conv2d({
    x: x as tf.Tensor3D,
    filter: kernel as tf.Tensor4D,
    strides: 1,
    pad: padding,
    ...(bias ? { bias } : {}),
    activation: relu ? 'relu' : 'linear',
  });`,

  convolveBy: `/** A convolution of any kernel and stride, surrounded with zeros where it is 'same'. */
const convolveBy = (x: tf.Tensor, kernel: tf.Tensor, stride: number, pad: 'same' | 'valid', bias?: tf.Tensor): tf.Tensor =>
  tf.fused.conv2d({
    x: x as tf.Tensor3D,
    filter: kernel as tf.Tensor4D,
    strides: stride,
    pad,
    ...(bias ? { bias } : {}),
  });`,

  difference: `/** Each pixel's lower (axis 0) or right (axis 1) neighbour minus the pixel. */
function difference(x: tf.Tensor, axis: number): tf.Tensor {
  const size = x.shape.map((extent, at) => (at === axis ? extent - 1 : extent));
  const from = (start: number) => tf.slice(x, x.shape.map((_, at) => (at === axis ? start : 0)), size);
  return tf.sub(from(1), from(0));
}`,

  differenceBack: `/** The way back of \`difference\`: its transpose. */
function differenceBack(x: tf.Tensor, axis: number): tf.Tensor {
  const shifted = (before: number, after: number) =>
    tf.pad(x, x.shape.map((_, at): [number, number] => (at === axis ? [before, after] : [0, 0])));
  return tf.sub(shifted(1, 0), shifted(0, 1));
}`,

  gram: `/** Which channels fire together, with where forgotten (Gatys, Ecker, Bethge 2015, eq. 3). */
function gram(features: tf.Tensor, divisor: number): tf.Tensor {
  const positions = tf.reshape(features, [-1, features.shape[2] ?? 1]);
  return tf.mul(tf.matMul(tf.transpose(positions), positions), 1 / divisor);
}`,

  largest: `/** 1 where each row's largest number stands, else 0. */
const largest = (x: tf.Tensor): tf.Tensor =>
  tf.cast(tf.oneHot(tf.argMax<tf.Tensor1D>(x, 1), x.shape[1] ?? 1), 'float32');`,

  maxPool: `/** The largest of each 2×2 block. */
const maxPool = (x: tf.Tensor): tf.Tensor => tf.maxPool(x as tf.Tensor3D, 2, 2, 'valid');`,

  maxPoolGradient: `/** dy at the place that each block's largest number came from. */
function maxPoolGradient(dy: tf.Tensor, x: tf.Tensor, y: tf.Tensor): tf.Tensor {
  const [h = 0, w = 0, c = 0] = x.shape;
  const batch = (tensor: tf.Tensor) => tf.expandDims(tensor, 0);
  const inputs = { dy: batch(dy), input: batch(x), output: batch(y) };
  const gradient = tf.engine().runKernel<tf.Tensor>(tf.MaxPoolGrad, inputs, { filterSize: 2, strides: 2, pad: 'valid' });
  return tf.reshape(gradient, [h, w, c]);
}`,

  meanSquare: `/** The mean of the squares of all elements. */
const meanSquare = (x: tf.Tensor): tf.Tensor => tf.mul(total(tf.square(x)), 1 / x.size);`,

  mixChannels: `/** The channels of each position times a matrix: the way back through a Gram matrix, beside what comes from deeper. */
function mixChannels(x: tf.Tensor, by: tf.Tensor, plus?: tf.Tensor): tf.Tensor {
  const product = tf.matMul(tf.reshape(x, [-1, by.shape[0] ?? 1]), by);
  const mixed = tf.reshape(product, [...x.shape.slice(0, 2), by.shape[1] ?? 1]);
  return plus ? tf.add(mixed, plus) : mixed;
}`,

  nearest: `/** So many rows or columns, each the nearest of those that are there. */
const nearest = (x: tf.Tensor, axis: number, from: number, to: number): tf.Tensor =>
  tf.gather(x, tf.tensor1d(nearestOf(from, to), 'int32'), axis);`,

  nearestBack: `/** The way back of \`nearest\`: its transpose. */
function nearestBack(x: tf.Tensor, axis: number, from: number, to: number): tf.Tensor {
  const places = nearestOf(from, to).map(place => [place]);
  const first = axis === 0 ? x : tf.transpose(x, x.rank === 2 ? [1, 0] : [1, 0, 2]);
  const back = tf.scatterND(tf.tensor2d(places, [to, 1], 'int32'), first, [from, ...first.shape.slice(1)]);
  return axis === 0 ? back : tf.transpose(back, x.rank === 2 ? [1, 0] : [1, 0, 2]);
}`,

  nearestOf: `const nearestOf = (from: number, to: number): number[] =>
  Array.from({ length: to }, (_, k) => Math.floor(((k + 0.5) * from) / to));`,

  noise: `/** Standard normal noise (Box–Muller) from a Mersenne twister: a seed gives the same numbers everywhere. */
function noise(shape: number[], seed: number): tf.Tensor {
  const random = mersenne(seed);
  const uniform = () => (random() & 0x3ffffff) * 2 ** -26 + (random() & 0x7ffffff) * 2 ** -53;
  const numbers = new Float32Array(shape.reduce((product, extent) => product * extent, 1));
  for (let at = 0; at < numbers.length; at += 2) {
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
    const angle = 2 * Math.PI * uniform();
    numbers[at] = radius * Math.cos(angle);
    if (at + 1 < numbers.length) numbers[at + 1] = radius * Math.sin(angle);
  }
  return tf.tensor(numbers, shape);
}`,

  mersenne: `/** MT19937 (Matsumoto and Nishimura 1998): 32 random bits at each call. */
function mersenne(seed: number): () => number {
  const state = new Int32Array(624);
  state[0] = seed;
  for (let i = 1; i < 624; i++) {
    const before = state[i - 1]!;
    state[i] = Math.imul(1812433253, before ^ (before >>> 30)) + i;
  }
  let next = 624;
  return () => {
    if (next === 624) {
      for (let i = 0; i < 624; i++) {
        const y = (state[i]! & 0x80000000) | (state[(i + 1) % 624]! & 0x7fffffff);
        state[i] = state[(i + 397) % 624]! ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
      }
      next = 0;
    }
    let y = state[next++]!;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return y ^ (y >>> 18);
  };
}`,

  order: `/** The position of each row's largest number, of its second largest, and so on. */
const order = (x: tf.Tensor): tf.Tensor => tf.cast(tf.topk(x, x.shape[1] ?? 1, true).indices, 'float32');`,

  pad: `/** A border that repeats the outermost pixels or mirrors what lies inside them. */
const pad = (x: tf.Tensor, mode: 'replicate' | 'reflect', amount: number): tf.Tensor =>
  bordered(bordered(x, 0, mode, amount), 1, mode, amount);`,

  bordered: `function bordered(x: tf.Tensor, axis: number, mode: 'replicate' | 'reflect', amount: number): tf.Tensor {
  const size = x.shape[axis] ?? 0;
  if (mode === 'reflect') {
    const before = tf.reverse(cut(x, axis, 1, amount + 1), axis);
    return tf.concat([before, x, tf.reverse(cut(x, axis, size - 1 - amount, size - 1), axis)], axis);
  }
  const times = (edge: tf.Tensor) => Array.from({ length: amount }, () => edge);
  return tf.concat([...times(cut(x, axis, 0, 1)), x, ...times(cut(x, axis, size - 1, size))], axis);
}`,

  standardise: `/** Each channel to mean 0 and deviation 1 over all positions. */
function standardise(x: tf.Tensor, epsilon: number): tf.Tensor {
  const centred = tf.sub(x, tf.mean(x, [0, 1], true));
  const variance = tf.mean(tf.square(centred), [0, 1], true);
  return tf.mul(centred, tf.rsqrt(tf.add(variance, epsilon)));
}`,

  unpad: `/** The way back of \`pad\`: its transpose, which folds the border onto the pixels that it came from. */
const unpad = (y: tf.Tensor, mode: 'replicate' | 'reflect', amount: number): tf.Tensor =>
  folded(folded(y, 0, mode, amount), 1, mode, amount);`,

  folded: `function folded(y: tf.Tensor, axis: number, mode: 'replicate' | 'reflect', amount: number): tf.Tensor {
  const size = (y.shape[axis] ?? 0) - 2 * amount;
  const mirrors = mode === 'reflect';
  const fold = (border: tf.Tensor) => (mirrors ? tf.reverse(border, axis) : tf.sum(border, axis, true));
  const place = (border: tf.Tensor, at: number) => {
    const after = size - at - (border.shape[axis] ?? 0);
    return tf.pad(border, y.shape.map((_, each): [number, number] => (each === axis ? [at, after] : [0, 0])));
  };
  const first = place(fold(cut(y, axis, 0, amount)), mirrors ? 1 : 0);
  const last = place(fold(cut(y, axis, size + amount, size + 2 * amount)), mirrors ? size - 1 - amount : size - 1);
  return tf.add(tf.add(cut(y, axis, amount, size + amount), first), last);
}`,

  cut: `const cut = (x: tf.Tensor, axis: number, start: number, end: number): tf.Tensor =>
  tf.slice(
    x,
    x.shape.map((_, at) => (at === axis ? start : 0)),
    x.shape.map((extent, at) => (at === axis ? end - start : extent)),
  );`,

  resample: `/** A picture at another size: a matrix of filter weights for the rows, one for the columns. */
const resample = (x: tf.Tensor, from: number[], to: number[], filter: Filter): tf.Tensor =>
  alongBoth(x, axis => resamplingMatrix(from[axis] ?? 1, to[axis] ?? 1, filter).transpose());`,

  resampleBack: `/** The way back of \`resample\`: its transpose. */
const resampleBack = (x: tf.Tensor, from: number[], to: number[], filter: Filter): tf.Tensor =>
  alongBoth(x, axis => resamplingMatrix(from[axis] ?? 1, to[axis] ?? 1, filter));`,

  alongBoth: `function alongBoth(x: tf.Tensor, weights: (axis: number) => tf.Tensor2D): tf.Tensor {
  let turned = x;
  for (const axis of [0, 1]) {
    // The axis in question is brought to the end, where a product of matrices takes it.
    const last = tf.transpose(turned, axis === 0 ? [1, 2, 0] : [0, 2, 1]);
    const [outer = 0, inner = 0, length = 0] = last.shape;
    const product = tf.matMul(tf.reshape(last, [outer * inner, length]), weights(axis));
    turned = tf.transpose(tf.reshape(product, [outer, inner, -1]), axis === 0 ? [2, 0, 1] : [0, 2, 1]);
  }
  return turned;
}`,

  resamplingMatrix: `type Filter = 'bilinear' | 'bicubic' | 'area';

/** Row i holds the weights with which the old pixels make up the new pixel i; the filter widens when shrinking. */
function resamplingMatrix(from: number, to: number, filter: Filter): tf.Tensor2D {
  const matrix = new Float32Array(to * from);
  const step = from / to;
  const widening = Math.max(1, step);
  for (let row = 0; row < to; row++) {
    const weights = Array.from({ length: from }, (_, pixel) => {
      if (filter === 'area') return Math.max(0, Math.min(pixel + 1, (row + 1) * step) - Math.max(pixel, row * step));
      const d = Math.abs(pixel - (row + 0.5) * step + 0.5) / widening;
      if (filter === 'bilinear') return Math.max(0, 1 - d);
      return d < 1 ? (1.5 * d - 2.5) * d * d + 1 : d < 2 ? ((-0.5 * d + 2.5) * d - 4) * d + 2 : 0;
    });
    const sum = weights.reduce((all, weight) => all + weight, 0);
    matrix.set(weights.map(weight => weight / sum), row * from);
  }
  return tf.tensor2d(matrix, [to, from]);
}`,

  total: `/** The sum of all elements, row by row and then over the rows, which keeps more digits. */
const total = (x: tf.Tensor): tf.Tensor =>
  x.rank > 1 ? tf.sum(tf.sum(tf.reshape(x, [x.shape[0] ?? 1, -1]), 1)) : tf.sum(x);`,

  adam: `/** Adam's numbers at iteration t (Kingma and Ba 2015): both moments start at 0 and are too small at first. */
const adam = (t: number, { learningRate, beta1, beta2, epsilon }: { learningRate: number; beta1: number; beta2: number; epsilon: number }) => ({
  decay1: beta1,
  decay2: beta2,
  fresh1: 1 - beta1,
  fresh2: 1 - beta2,
  step: learningRate / (1 - beta1 ** t),
  correction2: 1 / Math.sqrt(1 - beta2 ** t),
  epsilon,
});`,

  lbfgs: `/** L-BFGS decides on the device; told it is only where it begins, and how long the first step is. */
const lbfgs = (t: number, { learningRate }: { learningRate: number }) => ({
  fresh: t === 1 ? 1 : 0,
  firstStep: learningRate,
});`,

  stepSizeAt: `/** What is left of the learning rate at iteration t of so many. */
function stepSizeAt(
  { course, decay, every, warmUp }: { course: string; decay: number; every: number; warmUp: number },
  t: number,
  iterations: number,
): number {
  if (t <= warmUp) return t / (warmUp + 1);
  const done = t - 1 - warmUp;
  if (course === 'steps') return decay ** Math.floor(done / every);
  if (course === 'constant') return 1;
  const part = Math.min(1, done / Math.max(1, iterations - 1 - warmUp));
  return decay + (1 - decay) * 0.5 * (1 + Math.cos(Math.PI * part));
}`,

  momentum: `/** The numbers of gradient descent with momentum (Polyak 1964), the same at each iteration. */
const momentum = (_t: number, settings: { learningRate: number; momentum: number }) => ({
  momentum: settings.momentum,
  step: settings.learningRate,
});`,
};

/** The functions that `code` calls, and those that these call, in the order of this file. */
export function functionsFor(code: string): readonly string[] {
  const called = new Set<string>();
  const look = (text: string) => {
    for (const [name, body] of Object.entries(opFunctions)) {
      if (called.has(name) || !new RegExp(`(?<![.\\w])${name}\\(`).test(text)) continue;
      called.add(name);
      look(body);
    }
  };
  look(code);
  return Object.entries(opFunctions).flatMap(([name, body]) => (called.has(name) ? [body] : []));
}
