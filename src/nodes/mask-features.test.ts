import { expect, test } from 'vitest';
import { build } from '../graph/testing/build.ts';
import { expectClose } from '../runtime/testing/differences.ts';
import { at, made, scalar } from '../runtime/testing/numbers.ts';
import { onWasm } from '../runtime/testing/on-wasm.ts';
import { maskFeatures } from './mask-features.ts';
import { computed, givenOf, layersOf, leafOf, lowerAlone } from './testing/alone.ts';
import { expectTrueGradient, oneStep } from './testing/check-gradient.ts';
import { gatys, together } from './testing/graphs.ts';

onWasm();

// An odd size, halved twice by pooling: 9 → 4 → 2.
const given = givenOf({ relu1_1: [9, 7, 2], relu2_1: [4, 3, 5], mask: [9, 7, 1] }, 0, 1);
const masked = (params: object) =>
  layersOf(
    lowerAlone(
      maskFeatures,
      ir => ({
        features: {
          type: 'features',
          layers: { relu1_1: leafOf(ir, given, 'relu1_1'), relu2_1: leafOf(ir, given, 'relu2_1') },
        },
        mask: { type: 'mask', value: leafOf(ir, given, 'mask') },
      }),
      { ...params },
    ).leaving,
    'features',
  );

test('every channel is multiplied with the mask', async () => {
  const { relu1_1 = scalar(0), mask = scalar(0) } = given;
  const expected = made([9, 7, 2], (i, j, c) => at(relu1_1, i, j, c) * at(mask, i, j, 0));
  expectClose(await computed(masked({ balanced: false }).relu1_1, given), expected);
});

test('balanced, the mask has a mean square of 1 at each layer, whatever its size', async () => {
  for (const layer of ['relu1_1', 'relu2_1'] as const) {
    const [plain, balanced] = await Promise.all(
      [false, true].map(balance => computed(masked({ balanced: balance })[layer], given)),
    );
    const features = given[layer];
    const [height = 1, width = 1, channels = 1] = features?.shape ?? [];
    const shares = made(
      [height, width, 1],
      (i, j) => at(balanced ?? scalar(0), i, j, 0) / at(features ?? scalar(0), i, j, 0),
    );
    const square = shares.data.reduce((sum, value) => sum + value ** 2, 0) / (height * width);
    expect(square).toBeCloseTo(1, 2);
    expect(balanced?.data.length).toBe(height * width * channels);
    expect(plain).not.toEqual(balanced);
  }
});

test('R7 the gradient of a guided style, on stacks of layers and an odd size, is that of its loss', async () => {
  const guided = together(
    gatys({
      content: 'sample:content-15x13',
      style: 'sample:style-12x12',
      optimiser: oneStep,
      styleLoss: { balance: false },
      variation: { weight: 0 },
    }),
    build(
      {
        start: { kind: 'image', source: 'sample:start-15x13' },
        region: { kind: 'image', source: 'sample:region-15x13' },
        mask: { kind: 'mask', low: 0.4, feather: 0 },
        within: 'mask-features',
      },
      [
        'start.image → picture.start',
        'region.image → mask.image',
        'pictureTaps.features → within.features',
        'mask.mask → within.mask',
        'within.features → pictureGram.features',
      ],
    ),
  );
  await expectTrueGradient(guided, 'sample:start-15x13');
});
