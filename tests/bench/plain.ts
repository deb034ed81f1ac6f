/**
 * The other side, a process of its own: the same iteration as one writes it plainly in TensorFlow.js, with
 * `tf.variableGrads` and `tf.train.adam`, on tfjs' own wasm kernels. `plain.ts SIDE COUNT ENCODER`.
 */
import * as tf from '@tensorflow/tfjs';
import '@tensorflow/tfjs-backend-wasm';
import {
  adamSettings,
  contentLayer,
  encoderOf,
  type IterationReport,
  orderFrom,
  pictureOf,
  styleLayers,
  timeIterations,
  weights,
} from './setting.ts';

const { side, count, encoder } = orderFrom(process.argv.slice(2));
const pack = encoderOf(encoder);
await tf.setBackend('wasm');
await tf.ready();

const tensorOf = (name: string): tf.Tensor => {
  const found = pack.tensor(name);
  if (!found.ok) throw new Error(found.reason.id);
  return tf.tensor(found.value.data, [...found.value.shape]);
};
const layers = pack.facts.layers.map(({ name }) => ({
  relu: name.replace('conv', 'relu'),
  block: name.slice(4, 5),
  kernel: tensorOf(`${name}/kernel`) as tf.Tensor4D,
  bias: tensorOf(`${name}/bias`) as tf.Tensor1D,
}));
const { factors, offsets } = pack.facts.preprocessing;

function encode(image: tf.Tensor3D): Map<string, tf.Tensor3D> {
  const features = new Map<string, tf.Tensor3D>();
  let x: tf.Tensor3D = tf.add(tf.mul(image, tf.tensor1d([...factors])), tf.tensor1d([...offsets]));
  layers.forEach(({ relu, block, kernel, bias }, at) => {
    if (at > 0 && layers[at - 1]?.block !== block) x = tf.maxPool(x, 2, 2, 'valid');
    x = tf.relu(tf.add(tf.conv2d(x, kernel, 1, 'same'), bias));
    features.set(relu, x);
  });
  return features;
}

function gram(features: tf.Tensor3D): tf.Tensor2D {
  const [height, width, channels] = features.shape;
  const positions = tf.reshape(features, [height * width, channels]) as tf.Tensor2D;
  return tf.div(tf.matMul(positions, positions, true), height * width);
}

const feature = (features: Map<string, tf.Tensor3D>, name: string): tf.Tensor3D => {
  const found = features.get(name);
  if (!found) throw new Error(`There is no ${name}.`);
  return found;
};
const meanSquare = (x: tf.Tensor): tf.Scalar => tf.mean(tf.square(x));
const balanced = (x: tf.Tensor, target: tf.Tensor): tf.Scalar =>
  tf.div(meanSquare(tf.sub(x, target)), meanSquare(target));

const content = tf.tensor3d(pictureOf(side, 0).data, [side, side, 3]);
const style = tf.tensor3d(pictureOf(side, 2).data, [side, side, 3]);
const target = tf.tidy(() => feature(encode(content), contentLayer).clone());
const grams = tf.tidy(() => {
  const features = encode(style);
  return styleLayers.map(layer => gram(feature(features, layer)));
});

const picture = tf.variable(content);
const optimiser = tf.train.adam(
  adamSettings.learningRate,
  adamSettings.beta1,
  adamSettings.beta2,
  adamSettings.epsilon,
);
const lossOf = (): tf.Scalar => {
  const features = encode(picture as unknown as tf.Tensor3D);
  const styles = grams.map((wanted, at) => balanced(gram(feature(features, styleLayers[at] ?? '')), wanted));
  const across = meanSquare(tf.sub(picture.slice([0, 1], [-1, -1]), picture.slice([0, 0], [-1, side - 1])));
  const down = meanSquare(tf.sub(picture.slice([1, 0], [-1, -1]), picture.slice([0, 0], [side - 1, -1])));
  const terms: tf.Scalar[] = [
    tf.mul(balanced(feature(features, contentLayer), target), weights.content),
    tf.mul(tf.addN(styles), weights.style),
    tf.mul(tf.add(across, down), weights.variation),
  ];
  return tf.addN(terms);
};

let loss = Number.NaN;
const times = await timeIterations(count, async () => {
  const { value, grads } = tf.variableGrads(lossOf, [picture]);
  optimiser.applyGradients(Object.entries(grads).map(([name, tensor]) => ({ name, tensor })));
  const clamped = tf.clipByValue(picture, 0, 1);
  picture.assign(clamped as tf.Tensor3D);
  const [total = Number.NaN] = await value.data();
  tf.dispose([value, grads, clamped]);
  if (Number.isNaN(loss)) loss = total;
});
const residentBytes = 1024 * process.resourceUsage().maxRSS;
const report: IterationReport = { times, loss, residentBytes };
console.log(JSON.stringify(report));
