import { expect, test } from 'vitest';
import type { EncoderFacts, Padding, Pooling } from '../../graph/wire.ts';
import { Program } from '../ir/program.ts';
import { reachable } from '../ir/reachable.ts';
import { encode, tapShapes, tapsOf, weightsOf } from './encode.ts';

const encoder: EncoderFacts = {
  hash: 'four',
  title: 'Four layers',
  layers: [
    { name: 'conv1_1', channels: 4 },
    { name: 'conv1_2', channels: 5 },
    { name: 'conv2_1', channels: 6 },
    { name: 'conv3_1', channels: 7 },
  ],
  preprocessing: { factors: [2, 3, 4], offsets: [-1, 0, 1], title: '' },
};

const picture = { hash: 'x', shape: [9, 14, 3] };
const facts = (pooling: Pooling = 'max', padding: Padding = 'zero') => ({ encoder, pooling, padding });
const count = (program: Program, op: string) =>
  program.values.filter(({ op: { name } }) => name === op).length;

test('every convolution can be tapped before and behind its ReLU, shallow to deep', () => {
  expect(tapsOf(encoder)).toEqual([
    'conv1_1',
    'relu1_1',
    'conv1_2',
    'relu1_2',
    'conv2_1',
    'relu2_1',
    'conv3_1',
    'relu3_1',
  ]);
});

test.each<[Pooling, Padding]>([
  ['max', 'zero'],
  ['max', 'replicate'],
  ['average', 'reflect'],
])(
  'R6 with %s pooling and %s padding each tap has the shape that was inferred for it',
  (pooling, padding) => {
    const { ir } = new Program();
    const predicted = tapShapes(facts(pooling, padding), [9, 14, 3]);
    const features = encode(ir, facts(pooling, padding), ir.image(picture), tapsOf(encoder));
    expect(Object.keys(features)).toEqual(tapsOf(encoder));
    for (const [tap, { shape }] of Object.entries(features)) expect(shape).toEqual(predicted[tap]);
    expect(predicted.relu3_1).toEqual([2, 3, 7]);
  },
);

test('R2 the pass stops at the deepest tap that is used', () => {
  const program = new Program();
  encode(program.ir, facts(), program.ir.image(picture), ['relu1_1', 'relu2_1']);
  expect(count(program, 'conv2d')).toBe(3);
  expect(count(program, 'maxPool')).toBe(1);
});

test('R2 two sets of taps on one picture share one pass, whichever is asked for first', () => {
  for (const [first, second] of [
    [['relu1_2'], ['relu1_1', 'relu3_1']],
    [['relu1_1', 'relu3_1'], ['relu1_2']],
  ] as const) {
    const program = new Program();
    const image = program.ir.image(picture);
    const shallow = encode(program.ir, facts(), image, first);
    const both = encode(program.ir, facts(), image, second);
    expect(count(program, 'conv2d')).toBe(4);
    const all = reachable([...Object.values(shallow), ...Object.values(both)]);
    expect(all.filter(({ op }) => op.name === 'conv2d')).toHaveLength(4);
  }
});

test('another picture, pooling or padding is another pass; nothing is shared below the difference', () => {
  const program = new Program();
  const image = program.ir.image(picture);
  encode(program.ir, facts('max'), image, ['relu2_1']);
  encode(program.ir, facts('average'), image, ['relu2_1']);
  // Up to the first pooling both are the same.
  expect(count(program, 'conv2d')).toBe(4);
  encode(program.ir, facts('max', 'reflect'), image, ['relu2_1']);
  expect(count(program, 'conv2d')).toBe(7);
});

test('a ReLU is folded into its convolution unless the convolution itself is tapped', () => {
  const program = new Program();
  const { conv1_2 } = encode(program.ir, facts(), program.ir.image(picture), ['conv1_2', 'relu2_1']);
  expect(conv1_2?.op.name).toBe('conv2d');
  expect(conv1_2?.attributes.relu).toBe(false);
  expect(count(program, 'relu')).toBe(1);
});

test('pictures are brought to the range that the encoder was trained on before the first layer', () => {
  const program = new Program();
  encode(program.ir, facts(), program.ir.image(picture), ['relu1_1']);
  const [preprocessed] = program.values.filter(({ op }) => op.name === 'channelAffine');
  expect(preprocessed?.attributes).toEqual({ factors: [2, 3, 4], offsets: [-1, 0, 1] });
});

test('what lies beyond the border is zeros by the convolution itself, or a border of one pixel', () => {
  const program = new Program();
  const image = program.ir.image(picture);
  const zero = encode(program.ir, facts('max', 'zero'), image, ['conv1_1']).conv1_1;
  expect(zero?.attributes.padding).toBe(1);
  const mirrored = encode(program.ir, facts('max', 'reflect'), image, ['conv1_1']).conv1_1;
  expect(mirrored?.attributes.padding).toBe(0);
  expect(mirrored?.inputs.x?.attributes).toEqual({ mode: 'reflect', amount: 1, adjoint: false });
});

test('where a single row is left to mirror, it is repeated', () => {
  const program = new Program();
  const thin = program.ir.image({ hash: 'thin', shape: [4, 20, 3] });
  const { relu3_1 } = encode(program.ir, facts('max', 'reflect'), thin, ['relu3_1']);
  expect(relu3_1?.shape).toEqual([1, 5, 7]);
  const modes = program.values.flatMap(({ op, attributes }) => (op.name === 'pad' ? [attributes.mode] : []));
  expect(modes).toEqual(['reflect', 'reflect', 'reflect', 'replicate']);
});

test('weights are named by encoder and tensor, and have the shapes that the layers’ widths say', () => {
  const { ir } = new Program();
  const { kernel, bias } = weightsOf(ir, encoder, 2);
  expect(kernel.attributes).toEqual({ encoder: 'four', tensor: 'conv2_1/kernel', shape: [3, 3, 5, 6] });
  expect(bias.attributes).toEqual({ encoder: 'four', tensor: 'conv2_1/bias', shape: [6] });
  expect(weightsOf(ir, encoder, 0).kernel.shape).toEqual([3, 3, 3, 4]);
});
