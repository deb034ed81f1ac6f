import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EncoderFacts, ImageShape, WireContents } from '../../graph/wire.ts';
import { encode, tapShapes, tapsOf } from '../compile/encode.ts';
import { evaluate } from '../execute/evaluate.ts';
import { pullBack } from '../ir/differentiate.ts';
import { Program } from '../ir/program.ts';
import { openForTest } from '../testing/backends.ts';
import { fieldOf, receptiveField } from './receptive-field.ts';

// The reference: what a faster convolution rounds to a little more than nothing would count as looked at.
let close: () => void;
beforeAll(async () => {
  const backend = await openForTest('cpu');
  close = () => backend.dispose();
});
afterAll(() => close());

const layers: EncoderFacts['layers'] = ['conv1_1', 'conv1_2', 'conv2_1', 'conv3_1', 'conv3_2'].map(name => ({
  name,
  channels: 2,
}));

const encoder: EncoderFacts = {
  hash: 'ones',
  title: 'ones',
  layers,
  preprocessing: { factors: [1, 1, 1], offsets: [0, 0, 0], title: '' },
};

test('the patches of VGG-19 are as large as one finds them in print', () => {
  const vgg = {
    layers: [2, 2, 4, 4, 1].flatMap((count, block) =>
      Array.from({ length: count }, (_, i) => ({ name: `conv${block + 1}_${i + 1}`, channels: 1 })),
    ),
  };
  const taps = ['relu1_1', 'relu2_1', 'relu3_1', 'relu4_1', 'relu5_1'];
  expect(taps.map(tap => fieldOf(vgg, tap))).toEqual([
    { size: 3, stride: 1 },
    { size: 10, stride: 2 },
    { size: 24, stride: 4 },
    { size: 68, stride: 8 },
    { size: 156, stride: 16 },
  ]);
});

test.each(['zero', 'replicate', 'reflect'] as const)(
  'a feature looks at where its gradient with respect to the image is not zero, borders padded by %s',
  padding => {
    // An odd size, whose last row and column a pooling drops; weights of one, so that nothing cancels.
    const size: ImageShape = [23, 15, 3];
    const wire: WireContents['encoder'] = { encoder, pooling: 'average', padding };
    const shapes = tapShapes(wire, size);
    for (const tap of tapsOf(encoder)) {
      const [rows = 0, columns = 0] = shapes[tap] ?? [];
      for (const row of new Set([0, Math.floor(rows / 2), rows - 1])) {
        for (const column of new Set([0, Math.floor(columns / 2), columns - 1])) {
          const found = receptiveField(encoder, tap, size, { row, column });
          expect(found, `${tap} at ${row}, ${column}`).toEqual(
            extentOfGradient(wire, tap, size, row, column),
          );
        }
      }
    }
  },
);

/** The rows and columns of the image where a small change of it changes the feature. */
function extentOfGradient(
  wire: WireContents['encoder'],
  tap: string,
  size: ImageShape,
  row: number,
  column: number,
) {
  const program = new Program();
  const { ir } = program;
  const image = ir.image({ hash: 'ones', shape: [...size] });
  const features = encode(ir, wire, image, [tap])[tap];
  if (!features) throw new Error(tap);
  const only = ir.image({ hash: 'only', shape: [...features.shape] });
  const gradients = pullBack(program, [{ of: features, dy: only }], [image]);
  const [data] = evaluate(gradients, leaf => {
    if (leaf !== only) return tf.ones([...leaf.shape]);
    const [, columns = 1] = leaf.shape;
    const mask = new Float32Array(leaf.shape.reduce((a, b) => a * b, 1));
    mask[(row * columns + column) * 2] = 1;
    return tf.tensor(mask, [...leaf.shape]);
  }).map(tensor => tensor.dataSync());
  const [rows, columns] = [new Set<number>(), new Set<number>()];
  data?.forEach((value, i) => {
    if (value === 0) return;
    rows.add(Math.floor(i / 3 / size[1]));
    columns.add(Math.floor(i / 3) % size[1]);
  });
  return {
    top: Math.min(...rows),
    left: Math.min(...columns),
    bottom: Math.max(...rows) + 1,
    right: Math.max(...columns) + 1,
  };
}
