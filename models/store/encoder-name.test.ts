import { expect, test } from 'vitest';
import { nameFor, refuseName } from './encoder-name.ts';

test('plain names of one case are names', () => {
  for (const name of ['vgg19', 'vgg19-caffe', 'my_vgg.2', 'a', '7', 'x'.repeat(64), 'console', 'com']) {
    expect(refuseName(name), name).toBeUndefined();
  }
});

test.each([
  ['/home/somebody/VGG19.safetensors', 'vgg19'],
  ['D:\\nets\\My VGG (1).H5', 'my-vgg-1'],
  ['vgg19_weights_tf_dim_ordering_tf_kernels_notop.h5', 'vgg19_weights_tf_dim_ordering_tf_kernels_notop'],
  ['nets/vgg19/', 'vgg19'],
  ['nets/vgg19/model.json', 'vgg19'],
  ['tiny.weights.h5', 'tiny'],
])('%s is called %s', (path, name) => {
  expect(nameFor(path)).toBe(name);
});

test.each(['model.safetensors', 'model.weights.h5', '/', '', '绘画.h5', 'nul.h5', 'lite', 'model.json'])(
  '%j gives no name of its own',
  path => {
    expect(nameFor(path)).toBeUndefined();
  },
);
