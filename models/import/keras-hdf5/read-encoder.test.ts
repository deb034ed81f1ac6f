import { describe, expect, test } from 'vitest';
import { layersOf } from '../../architecture.ts';
import { granted, refusal } from '../../testing/outcome.ts';
import { type Contents, hdf5File, keras3, keras3Named, notop, wholeModel } from '../testing/keras-files.ts';
import { narrow, vgg16Blocks, vgg19Blocks, vggWeights, type Weights } from '../testing/vgg-weights.ts';
import { readHdf5Encoder } from './read-encoder.ts';

const read = async (contents: Contents, deepest = 'conv5_4') =>
  readHdf5Encoder(await hdf5File(contents), 'net.h5', { deepest });

const expectEqual = (tensors: Weights, expected: Weights): void => {
  expect([...tensors.keys()].sort()).toEqual([...expected.keys()].sort());
  for (const [name, { shape, data }] of tensors) {
    expect(shape, name).toEqual(expected.get(name)?.shape);
    expect(data, name).toEqual(expected.get(name)?.data);
  }
};

const weights = vggWeights();

describe('what Keras writes', () => {
  test.each<[string, Contents, string, string]>([
    ['in 2016', notop(weights), 'hdf5-keras', 'Caffe'],
    ['as a whole model', wholeModel(weights), 'hdf5-keras', 'Caffe'],
    ['in KerasHub', keras3(weights), 'hdf5-keras3', 'ImageNet'],
    [
      'in KerasHub, below a classifier',
      keras3(weights, 'layers/vgg_backbone/layers'),
      'hdf5-keras3',
      'ImageNet',
    ],
    ['in KerasHub, with names', keras3Named(weights, 'vgg_backbone'), 'hdf5-keras3', 'ImageNet'],
    ["from its applications, in Keras 3's form", keras3Named(weights, 'vgg19'), 'hdf5-keras3', 'Caffe'],
  ])('%s gives every weight where it belongs', async (_, contents, layout, preprocessing) => {
    const found = granted(await read(contents));
    expect(found).toMatchObject({ layout, layers: layersOf(vgg19Blocks, narrow) });
    expect(found.preprocessing?.applied.title).toMatch(preprocessing);
    expectEqual(found.tensors, weights);
  });

  test('is read down to the deepest layer that is wanted', async () => {
    const found = granted(await read(notop(weights), 'conv2_1'));
    expect([...found.tensors.keys()].at(-1)).toBe('conv2_1/bias');
  });

  test.each([
    ['VGG-16', vgg16Blocks],
    ['VGG-13', [2, 2, 2, 2, 2]],
    ['VGG-11', [1, 1, 2, 2, 2]],
    ['the shallow half of VGG-19', [2, 2, 4]],
  ] as const)('without names is %s by the widths of its layers', async (_, blocks) => {
    const found = granted(await read(keras3(vggWeights(blocks))));
    expect(found.layers).toEqual(layersOf(blocks, narrow));
  });

  test('without names tells blocks of one width apart by how many convolutions there are', async () => {
    for (const blocks of [vgg19Blocks, vgg16Blocks]) {
      const found = granted(await read(keras3(vggWeights(blocks, [3, 3, 3, 5, 5]))));
      expect(found.layers).toEqual(layersOf(blocks, [3, 3, 3, 5, 5]));
    }
  });

  test('below a classifier of convolutions is the stack that takes a picture', async () => {
    const { numbers } = keras3(weights, 'layers/vgg_backbone/layers');
    const classifier = keras3(
      new Map([['conv1_1/kernel', { shape: [1, 1, 6, 2], data: new Float32Array(12) }]]),
      'layers/sequential/layers',
    );
    const found = granted(await read({ numbers: new Map([...classifier.numbers, ...numbers]) }));
    expectEqual(found.tensors, weights);
  });
});

describe('R8 what is refused, by file and layer', () => {
  const without = ({ numbers, texts = {} }: Contents, gone: string): Contents => ({
    numbers: new Map([...numbers].filter(([path]) => !path.startsWith(gone))),
    texts,
  });
  const withMore = ({ numbers, texts = {} }: Contents, path: string, shape: number[]): Contents => ({
    numbers: new Map([
      ...numbers,
      [path, { shape, data: new Float32Array(shape.reduce((product, side) => product * side, 1)) }],
    ]),
    texts,
  });
  const one = { shape: [6], data: new Float64Array(6) };

  test.each<[string, Contents, string]>([
    [
      'a layer that is missing',
      without(notop(weights), 'block3_conv2'),
      'net.h5 has conv3_3 but not conv3_2 before it.',
    ],
    [
      'a layer that is missing, by its count',
      without(keras3(weights), 'layers/conv2d_5/'),
      'net.h5 has conv2d_6 but not conv2d_5 before it.',
    ],
    [
      'a kernel that is missing',
      without(keras3(weights), 'layers/conv2d_5/vars/0'),
      'net.h5: conv2d_5 has a bias but no kernel.',
    ],
    [
      'a bias that is missing',
      without(keras3(weights), 'layers/conv2d_5/vars/1'),
      'net.h5: conv3_2 has a kernel but no bias.',
    ],
    [
      'a layer that is there twice',
      withMore(notop(weights), 'block1_conv1/block1_conv1/kernel:0', [3, 3, 3, 2]),
      'net.h5 names block1_conv1/block1_conv1_W_1:0 twice.',
    ],
    [
      'another layer',
      withMore(notop(weights), 'bn/gamma:0', [2]),
      'net.h5 has weights bn/gamma:0, of a layer that VGG does not have.',
    ],
    [
      'another layer of Keras 3',
      withMore(keras3(weights), 'layers/batch_normalization/vars/0', [2]),
      'net.h5 has weights layers/batch_normalization/vars/0, of a layer that VGG does not have.',
    ],
    [
      'a shape that is off by one',
      withMore(
        without(notop(weights), 'block1_conv2/block1_conv2_W_1:0'),
        'block1_conv2/block1_conv2_W_1:0',
        [3, 4, 2, 2],
      ),
      'net.h5: the kernel of conv1_2 is 3×4×2×2, but must be 3×3×2 and its number of channels.',
    ],
    [
      'other widths than blocks have',
      keras3(new Map([...weights, ['conv1_2/kernel', { shape: [3, 3, 2, 9], data: new Float32Array(162) }]])),
      'net.h5 is no VGG: the number and widths of its convolutions are another network’s.',
    ],
    [
      'two networks',
      { numbers: new Map([...keras3(weights).numbers, ...keras3(weights, 'layers/b/layers').numbers]) },
      'net.h5 holds more than one network. Save the VGG by itself.',
    ],
    [
      'nothing',
      { numbers: new Map() },
      'net.h5 has none of VGG’s convolutions: nothing in it is named like block1_conv1 or layers/conv2d.',
    ],
    [
      'numbers of another type',
      {
        ...notop(weights),
        numbers: new Map([...notop(weights).numbers, ['block5_conv4/block5_conv4_b_1:0', one]]),
      },
      'net.h5 stores block5_conv4/block5_conv4_b_1:0 as float64. Weights must be float32.',
    ],
    [
      'a convolution with a stride',
      wholeModel(weights, {
        config: { layers: [{ class_name: 'Conv2D', config: { name: 'block1_conv2', strides: [2, 2] } }] },
      }),
      'net.h5: the layer block1_conv2 is not VGG’s: it has another strides.',
    ],
    [
      'a configuration that is none',
      { ...wholeModel(weights), texts: { '@model_config': '{"config": ' } },
      'net.h5 is no HDF5 file that can be read: it is damaged, or cut short. Get it anew.',
    ],
  ])('%s', async (_, contents, sentence) => {
    expect(refusal(await read(contents))).toBe(sentence);
  });

  test('a file that holds itself, without end', async () => {
    const endless = await hdf5File(notop(weights), file => {
      file.create_group('a');
      for (const name of ['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']) file.create_hard_link('/a', `a/${name}`);
    });
    expect(refusal(await readHdf5Encoder(endless, 'net.h5', { deepest: 'conv5_1' }))).toMatch(
      'net.h5 is no HDF5',
    );
  });

  test('links lead nowhere else', async () => {
    const { numbers } = without(notop(weights), 'block1_conv1');
    const linked = await hdf5File({ numbers }, file => {
      file.create_external_link('/dev/urandom', '/kernel', 'block1_conv1');
      file.create_soft_link('/nowhere', 'block1_conv1_too');
    });
    expect(refusal(await readHdf5Encoder(linked, 'net.h5', { deepest: 'conv5_1' }))).toMatch('net.h5');
  });

  test('no HDF5 at all, and a file that is read after it', async () => {
    const text = new TextEncoder().encode('no HDF5 at all');
    for (let i = 0; i < 5; i++) {
      expect(refusal(await readHdf5Encoder(text, 'net.h5', { deepest: 'conv5_1' }))).toBe(
        'net.h5 is no HDF5 file that can be read: it is damaged, or cut short. Get it anew.',
      );
    }
    expectEqual(granted(await read(notop(weights))).tensors, weights);
  });
});
