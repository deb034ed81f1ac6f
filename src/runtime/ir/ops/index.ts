/** The vocabulary of the tensor program. A new op is one file and one line here. */
import { adamStep } from './adam-step.ts';
import { add } from './add.ts';
import { affine } from './affine.ts';
import { after } from './after.ts';
import { arrange } from './arrange.ts';
import { averagePool } from './average-pool.ts';
import { averagePoolGradient } from './average-pool-gradient.ts';
import { broadcast } from './broadcast.ts';
import { channelAffine } from './channel-affine.ts';
import { clamp } from './clamp.ts';
import { clampGradient } from './clamp-gradient.ts';
import { concatenate } from './concatenate.ts';
import { constant } from './constant.ts';
import { conv2d } from './conv2d.ts';
import { convolution } from './convolution.ts';
import { crop } from './crop.ts';
import { difference } from './difference.ts';
import { divide } from './divide.ts';
import { exponential } from './exponential.ts';
import { fill } from './fill.ts';
import { gram } from './gram.ts';
import { identity } from './identity.ts';
import { largest } from './largest.ts';
import { logarithm } from './logarithm.ts';
import { matmul } from './matmul.ts';
import { maxPool } from './max-pool.ts';
import { maxPoolGradient } from './max-pool-gradient.ts';
import { meanSquare } from './mean-square.ts';
import { mixChannels } from './mix-channels.ts';
import { modulate } from './modulate.ts';
import { movingAverage } from './moving-average.ts';
import { multiply } from './multiply.ts';
import { nearest } from './nearest.ts';
import { noise } from './noise.ts';
import { order } from './order.ts';
import { orient } from './orient.ts';
import { pack } from './pack.ts';
import { pad } from './pad.ts';
import { relu } from './relu.ts';
import { reluGradient } from './relu-gradient.ts';
import { resample } from './resample.ts';
import { reshape } from './reshape.ts';
import { scale } from './scale.ts';
import { shift } from './shift.ts';
import { squareRoot } from './square-root.ts';
import { standardise } from './standardise.ts';
import { subtract } from './subtract.ts';
import { sum } from './sum.ts';
import { tanh } from './tanh.ts';
import { transpose } from './transpose.ts';
import { transposedConvolution } from './transposed-convolution.ts';
import { turned } from './turned.ts';

export const ops = {
  adamStep,
  add,
  affine,
  after,
  arrange,
  averagePool,
  averagePoolGradient,
  broadcast,
  channelAffine,
  clamp,
  clampGradient,
  concatenate,
  constant,
  conv2d,
  convolution,
  crop,
  difference,
  divide,
  exponential,
  fill,
  gram,
  identity,
  largest,
  logarithm,
  matmul,
  maxPool,
  maxPoolGradient,
  meanSquare,
  mixChannels,
  modulate,
  movingAverage,
  multiply,
  nearest,
  noise,
  order,
  orient,
  pack,
  pad,
  relu,
  reluGradient,
  resample,
  reshape,
  scale,
  shift,
  squareRoot,
  standardise,
  subtract,
  sum,
  tanh,
  transpose,
  transposedConvolution,
  turned,
};
