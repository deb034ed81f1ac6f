import { describe, expect, test } from 'vitest';
import { encode } from '../src/runtime/compile/encode.ts';
import { flopsOf } from '../src/runtime/compile/schedule.ts';
import { Program } from '../src/runtime/ir/program.ts';
import { layersOf, vgg19Convolutions, vggChannels } from './architecture.ts';
import { encoderCost } from './cost.ts';
import { torchvisionPreprocessing } from './preprocessing.ts';

const vgg19 = layersOf(vgg19Convolutions, vggChannels);
const lite = layersOf(vgg19Convolutions, [16, 32, 80, 160, 256]);

describe('parameters', () => {
  test('all convolutions of VGG-16 and VGG-19 have the numbers that are published', () => {
    const convolutions = (counts: number[]) =>
      encoderCost(layersOf(counts, vggChannels), [224, 224]).parameters;
    expect(convolutions([2, 2, 3, 3, 3])).toBe(14_714_688);
    expect(convolutions([2, 2, 4, 4, 4])).toBe(20_024_384);
  });

  test('VGG-19 to conv5_1 is what the published one is without the last three convolutions', () => {
    const { parameters, bytes } = encoderCost(vgg19, [224, 224]);
    expect(parameters).toBe(20_024_384 - 3 * (9 * 512 * 512 + 512));
    expect(bytes).toBe(4 * 12_944_960);
  });
});

describe('floating-point operations', () => {
  test('of VGG-19 at 224 px, worked out by hand', () => {
    // conv1_2: 64 channels in and out at every pixel.
    const whole = 224 ** 2 * 9 * 64 * 64;
    // A block has half the sides and twice the channels: the same for each of its convolutions but the first,
    // which takes half as many channels. conv5_1 has no more channels than the block before.
    const [block1, block2, block3, block4, block5] = [
      whole,
      1.5 * whole,
      3.5 * whole,
      3.5 * whole,
      whole / 4,
    ];
    const multiplyAdds = 224 ** 2 * 9 * 3 * 64 + block1 + block2 + block3 + block4 + block5;
    expect(multiplyAdds).toBe(18_121_162_752);
    expect(encoderCost(vgg19, [224, 224]).flops).toBe(2 * multiplyAdds);
  });

  test('of VGG-19 with its three last layers, fully connected, are the 19.6 billion multiply–adds of He et al. 2016', () => {
    const connected = 25_088 * 4096 + 4096 * 4096 + 4096 * 1000;
    const { flops } = encoderCost(layersOf([2, 2, 4, 4, 4], vggChannels), [224, 224]);
    expect((flops / 2 + connected) / 1e9).toBeCloseTo(19.6, 1);
  });

  test('R6 are those of the convolutions that a graph runs, at sizes that no pooling divides', () => {
    const encoder = {
      hash: 'lite',
      title: 'lite',
      layers: lite,
      preprocessing: torchvisionPreprocessing.applied,
    };
    const program = new Program();
    const image = program.ir.image({ hash: 'x', shape: [107, 160, 3] });
    encode(program.ir, { encoder, pooling: 'max', padding: 'zero' }, image, ['relu5_1']);
    const convolutions = program.values.filter(({ op }) => op.name === 'conv2d');
    const flops = convolutions.reduce((sum, value) => sum + flopsOf(value), 0);
    expect(encoderCost(lite, [107, 160]).flops).toBe(flops);
  });
});

test('no layer behind the deepest that is used counts, whether it is named before or behind its ReLU', () => {
  const [first = { name: '', channels: 0 }] = vgg19;
  const shallow = encoderCost([first], [32, 48]);
  expect(shallow).toEqual({
    parameters: 27 * 64 + 64,
    bytes: 4 * (27 * 64 + 64),
    flops: 2 * 27 * 64 * 32 * 48,
  });
  expect(encoderCost(vgg19, [32, 48], 'conv1_1')).toEqual(shallow);
  expect(encoderCost(vgg19, [32, 48], 'relu1_1')).toEqual(shallow);
});

test('VGG-19 lite has less than a tenth of VGG-19’s operations', () => {
  expect(encoderCost(lite, [160, 160]).flops * 10).toBeLessThan(encoderCost(vgg19, [160, 160]).flops);
});
