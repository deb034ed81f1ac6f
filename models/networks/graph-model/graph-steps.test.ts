import * as tf from '@tensorflow/tfjs';
import { describe, expect, test } from 'vitest';
import { throughNetwork } from '../../../src/runtime/compile/network.ts';
import type { HostTensor } from '../../../src/runtime/execute/resources.ts';
import { Program } from '../../../src/runtime/ir/program.ts';
import { evaluateWith } from '../../../src/runtime/testing/evaluate-with.ts';
import { onWasm } from '../../../src/runtime/testing/on-wasm.ts';
import {
  convolution,
  drawnPicture,
  type GraphModel,
  graphModel,
  integers,
  text,
} from '../../testing/graph-model.ts';
import { granted, refusal } from '../../testing/outcome.ts';
import { memoryFolder } from '../../testing/tiny-model.ts';
import { readNetwork } from '../read-network.ts';

onWasm();

const read = ({ folder }: GraphModel) => readNetwork(memoryFolder(folder), 'mine');

/** What TensorFlow.js itself makes of the graph. */
async function byTfjs({ topology, specs, data }: GraphModel, { shape, data: pixels }: HostTensor) {
  const model = await tf.loadGraphModel(
    tf.io.fromMemory({ modelTopology: topology, weightSpecs: [...specs], weightData: data.buffer }),
  );
  const [height = 0, width = 0] = shape;
  const result = model.predict(tf.tensor4d(pixels, [1, height, width, 3])) as tf.Tensor4D;
  return { shape: result.shape.slice(1), data: await result.data() };
}

async function bySteps(graph: GraphModel, { shape, data }: HostTensor) {
  const { facts, tensor } = granted(await read(graph));
  const { ir } = new Program();
  const input = ir.image({ hash: 'picture', shape: [...shape] });
  const [result] = await evaluateWith([throughNetwork(ir, facts, input)], ({ op, attributes }) => {
    if (op.name !== 'weight') return { shape, data: Float64Array.from(data) };
    const found = granted(tensor(String(attributes.tensor)));
    return { shape: found.shape, data: Float64Array.from(found.data) };
  });
  if (!result) throw new Error('There is no result.');
  return result;
}

async function expectSame(graph: GraphModel, picture: HostTensor): Promise<void> {
  const [ours, theirs] = [await bySteps(graph, picture), await byTfjs(graph, picture)];
  expect(ours.shape).toEqual(theirs.shape);
  const largest = Math.max(...theirs.data.map(Math.abs));
  const apart = Math.max(...theirs.data.map((value, at) => Math.abs(value - (ours.data[at] ?? Number.NaN))));
  expect(apart).toBeLessThan(1e-4 * largest);
}

const kept = { keep_dims: { b: true } };

/** Norms by moments, a residual block, an enlargement by the picture's own size, as Keras exports them. */
const residual = graphModel(
  {
    border: { integers: [0, 0, 1, 1, 1, 1, 0, 0], shape: [4, 2] },
    first: { shape: [3, 3, 3, 4] },
    bias: { shape: [4] },
    places: { integers: [1, 2] },
    small: { shape: [], data: [1e-3] },
    gamma: { shape: [4] },
    beta: { shape: [4] },
    half: { shape: [3, 3, 4, 4] },
    scale: { shape: [4] },
    shift: { shape: [4] },
    middle: { shape: [4] },
    spread: { shape: [4], data: [0.5, 1, 2, 3] },
    inner: { shape: [3, 3, 4, 4] },
    begin: { integers: [1], shape: [1] },
    end: { integers: [3], shape: [1] },
    stride: { integers: [1], shape: [1] },
    two: { integers: [2, 2] },
    last: { shape: [3, 3, 4, 3] },
    factor: { shape: [], data: [150] },
    offset: { shape: [], data: [127.5] },
  },
  {
    mirrored: { op: 'MirrorPad', input: ['picture', 'border'], attr: { mode: text('REFLECT') } },
    a: { op: 'Conv2D', input: ['mirrored', 'first'], attr: convolution(1, 'VALID') },
    b: { op: 'BiasAdd', input: ['a', 'bias'] },
    mean: { op: 'Mean', input: ['b', 'places'], attr: kept },
    apart: { op: 'SquaredDifference', input: ['b', 'mean'] },
    variance: { op: 'Mean', input: ['apart', 'places'], attr: kept },
    more: { op: 'AddV2', input: ['variance', 'small'] },
    inverse: { op: 'Rsqrt', input: ['more'] },
    by: { op: 'Mul', input: ['inverse', 'gamma'] },
    c: { op: 'Mul', input: ['b', 'by'] },
    d: { op: 'Mul', input: ['mean', 'by'] },
    e: { op: 'Sub', input: ['beta', 'd'] },
    f: { op: 'AddV2', input: ['c', 'e'] },
    g: { op: 'Relu', input: ['f'] },
    h: { op: 'Conv2D', input: ['g', 'half'], attr: convolution(2, 'SAME') },
    i: {
      op: 'FusedBatchNormV3',
      input: ['h', 'scale', 'shift', 'middle', 'spread'],
      attr: { epsilon: { f: 0.01 }, is_training: { b: false } },
    },
    j: { op: 'LeakyRelu', input: ['i'], attr: { alpha: { f: 0.1 } } },
    k: { op: 'Conv2D', input: ['j', 'inner'], attr: convolution(1, 'SAME') },
    l: { op: 'AddV2', input: ['k', 'j'] },
    shape: { op: 'Shape', input: ['l'], attr: { out_type: { type: 'DT_INT32' } } },
    sides: {
      op: 'StridedSlice',
      input: ['shape', 'begin', 'end', 'stride'],
      attr: { begin_mask: { i: '0' }, end_mask: { i: '0' }, shrink_axis_mask: { i: '0' } },
    },
    larger: { op: 'Mul', input: ['sides', 'two'] },
    m: {
      op: 'ResizeNearestNeighbor',
      input: ['l', 'larger'],
      attr: { align_corners: { b: false }, half_pixel_centers: { b: true } },
    },
    n: { op: 'Conv2D', input: ['m', 'last'], attr: convolution(1, 'SAME') },
    o: { op: 'Tanh', input: ['n'] },
    p: { op: 'Mul', input: ['o', 'factor'] },
    q: { op: 'AddV2', input: ['p', 'offset'] },
  },
);

/** What an optimiser of graphs made of it: fused convolutions; a norm by division; a size that was exported. */
const fused = graphModel(
  {
    first: { shape: [3, 3, 3, 4] },
    bias: { shape: [4] },
    places: { integers: [1, 2] },
    small: { shape: [], data: [1e-3] },
    gamma: { shape: [1, 1, 1, 4] },
    beta: { shape: [4] },
    size: { integers: [16, 24] },
    half: { shape: [3, 3, 4, 2] },
    out: { integers: [1, 32, 48, 3] },
    up: { shape: [3, 3, 3, 2] },
  },
  {
    a: {
      op: '_FusedConv2D',
      input: ['picture', 'first', 'bias'],
      attr: {
        ...convolution(2, 'SAME'),
        num_args: { i: '1' },
        fused_ops: { list: { s: [btoa('BiasAdd'), btoa('Relu')] } },
      },
    },
    pooled: {
      op: 'AvgPool',
      input: ['a'],
      attr: { ksize: integers(1, 2, 2, 1), strides: integers(1, 2, 2, 1), padding: text('VALID') },
    },
    mean: { op: 'Mean', input: ['pooled', 'places'], attr: kept },
    apart: { op: 'SquaredDifference', input: ['pooled', 'mean'] },
    variance: { op: 'Mean', input: ['apart', 'places'], attr: kept },
    more: { op: 'AddV2', input: ['variance', 'small'] },
    deviation: { op: 'Sqrt', input: ['more'] },
    centred: { op: 'Sub', input: ['pooled', 'mean'] },
    even: { op: 'RealDiv', input: ['centred', 'deviation'] },
    scaled: { op: 'Mul', input: ['even', 'gamma'] },
    normed: { op: 'AddV2', input: ['scaled', 'beta'] },
    large: {
      op: 'ResizeBilinear',
      input: ['normed', 'size'],
      attr: { align_corners: { b: false }, half_pixel_centers: { b: true } },
    },
    b: { op: 'Conv2D', input: ['large', 'half'], attr: convolution(1, 'SAME') },
    c: { op: 'Conv2DBackpropInput', input: ['out', 'up', 'b'], attr: convolution(2, 'SAME') },
    d: { op: 'Sigmoid', input: ['c'] },
  },
  [32, 48],
);

describe('graph models', () => {
  test('R7 give by their steps what TensorFlow.js gives by their ops', async () => {
    await expectSame(residual, drawnPicture(14, 18));
    await expectSame(residual, drawnPicture(8, 26));
    await expectSame(fused, drawnPicture(32, 48));
  });

  test('chains of small ops become one norm, and a bias goes into its convolution', async () => {
    const { facts } = granted(await read(residual));
    expect(facts.steps.map(({ operation }) => operation.type)).toEqual([
      'pad',
      'convolution',
      'instance-norm',
      'relu',
      'convolution',
      'channel-affine',
      'leaky-relu',
      'convolution',
      'add',
      'enlarge',
      'convolution',
      'tanh',
      'affine',
    ]);
    expect(facts.steps[1]?.operation).toMatchObject({ bias: 'a/bias' });
  });

  test('an op that cannot be said in steps is named, and so is a second input', async () => {
    const lost = graphModel({}, { a: { op: 'Softmax', input: ['picture'] } });
    expect(refusal(await read(lost))).toContain('a layer a of the kind Softmax');
    const two = graphModel(
      {},
      { other: { op: 'Placeholder' }, a: { op: 'Add', input: ['picture', 'other'] } },
    );
    expect(refusal(await read(two))).toContain('takes 2 things');
  });

  test('D5 a graph that goes in a circle, one whose weights are missing, and one that ends in no picture are refused', async () => {
    const circle = graphModel({}, { a: { op: 'Relu', input: ['b'] }, b: { op: 'Relu', input: ['a'] } });
    expect(refusal(await read(circle))).toContain('does not say which layers');
    const bare = graphModel(
      {},
      { a: { op: 'Conv2D', input: ['picture', 'gone'], attr: convolution(1, 'SAME') } },
    );
    expect(refusal(await read(bare))).toContain('Conv2D');
    const size = graphModel({}, { a: { op: 'Shape', input: ['picture'] } });
    expect(refusal(await read(size))).toContain('has no layers');
  });
});
