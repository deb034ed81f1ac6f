import { describe, expect, test } from 'vitest';
import type { Padding } from '../graph/wire.ts';
import { message } from '../language/message.ts';
import { expectClose } from '../runtime/testing/differences.ts';
import { evaluateWith } from '../runtime/testing/evaluate-with.ts';
import { at, made, type Numbers, sumOf } from '../runtime/testing/numbers.ts';
import { onWasm } from '../runtime/testing/on-wasm.ts';
import { layerTaps } from './layer-taps.ts';
import { type Given, givenOf, inferAlone, layersOf, leafOf, lowerAlone } from './testing/alone.ts';
import { narrowEncoder, trialResources } from './testing/trial.ts';

onWasm();

const encoder = (padding: Padding = 'zero') =>
  ({ type: 'encoder', encoder: narrowEncoder, pooling: 'max', padding }) as const;
const image = (height: number, width: number) => ({ type: 'image', shape: [height, width, 3] }) as const;
const infer = (layers: readonly string[], height = 9, width = 14) =>
  inferAlone(layerTaps, { image: image(height, width), encoder: encoder() }, { layers: [...layers] });

describe('layer taps', () => {
  test('R6 have a shape for each layer that is chosen, in the encoder’s order, halved at each block', () => {
    const inferred = infer(['relu3_1', 'conv1_2', 'relu2_1']);
    expect(inferred.ok && inferred.value.features).toEqual({
      type: 'features',
      from: 'narrow/max/zero',
      layers: { conv1_2: [9, 14, 4], relu2_1: [4, 7, 6], relu3_1: [2, 3, 8] },
    });
    const { features } = inferred.ok ? inferred.value : {};
    expect(features?.type === 'features' && Object.keys(features.layers)).toEqual([
      'conv1_2',
      'relu2_1',
      'relu3_1',
    ]);
  });

  test('are told apart by pooling and padding', () => {
    const other = inferAlone(
      layerTaps,
      { image: image(9, 14), encoder: encoder('reflect') },
      { layers: ['relu1_1'] },
    );
    expect(other).toMatchObject({ value: { features: { from: 'narrow/max/reflect' } } });
  });

  test('are refused where no layer is chosen', () => {
    expect(infer([])).toEqual({ ok: false, reason: { reason: message('taps.none'), param: 'layers' } });
  });

  test('are refused where the encoder has no such layer; the fix keeps the others', () => {
    const values = { layers: 'relu4_1, relu5_1', encoder: 'Narrow', deepest: 'conv3_1' };
    expect(infer(['relu1_1', 'relu4_1', 'relu5_1'])).toEqual({
      ok: false,
      reason: {
        reason: message('taps.absent', values),
        param: 'layers',
        fix: { label: message('taps.keep', { layers: 'relu1_1' }), param: 'layers', value: ['relu1_1'] },
      },
    });
    const none = infer(['relu9_1']);
    expect(none.ok || none.reason.fix).toBeUndefined();
  });

  test('are refused where the picture is so small that nothing is left of it', () => {
    expect(infer(['relu1_1', 'relu3_1'], 9, 3)).toEqual({
      ok: false,
      reason: { reason: message('taps.too-small', { height: 9, width: 3, layer: 'relu3_1' }), port: 'image' },
    });
    expect(infer(['relu2_1'], 9, 3).ok).toBe(true);
    expect(infer(['relu3_1'], 4, 4).ok).toBe(true);
  });
});

const weight = (tensor: string): Numbers => {
  const found = trialResources.weight('narrow', tensor);
  if (!found.ok) throw new Error(`There is no ${tensor}.`);
  return { shape: found.value.shape, data: Float64Array.from(found.value.data) };
};

/** A convolution as in a textbook, zeros around the picture. */
function convolved(x: Numbers, layer: string): Numbers {
  const [kernel, bias] = [weight(`${layer}/kernel`), weight(`${layer}/bias`)];
  const [height = 0, width = 0, channels = 0] = x.shape;
  return made(
    [height, width, bias.shape[0] ?? 0],
    (i, j, k) =>
      sumOf(9, offset => {
        const [di, dj] = [Math.floor(offset / 3), offset % 3];
        return sumOf(channels, c => at(x, i + di - 1, j + dj - 1, c) * at(kernel, di, dj, c, k));
      }) + at(bias, k),
  );
}

const rectified = ({ shape, data }: Numbers): Numbers => ({
  shape,
  data: data.map(value => Math.max(0, value)),
});

const pooled = (x: Numbers): Numbers => {
  const [height = 0, width = 0, channels = 0] = x.shape;
  return made([Math.floor(height / 2), Math.floor(width / 2), channels], (i, j, c) =>
    Math.max(...[0, 1, 2, 3].map(k => at(x, 2 * i + (k >> 1), 2 * j + (k & 1), c))),
  );
};

test('R7 what is tapped is what a plain forward pass gives, before and behind the ReLU', async () => {
  const given: Given = givenOf({ picture: [7, 5, 3] }, 0, 1);
  const { leaving } = lowerAlone(
    layerTaps,
    ir => ({
      image: { type: 'image', value: leafOf(ir, given, 'picture') },
      encoder: encoder(),
    }),
    { layers: ['conv1_1', 'relu1_2', 'relu2_1'] },
  );
  const { picture = made([], () => 0) } = given;
  // The narrow encoder wants −2 to 2.
  const first = convolved(
    { shape: picture.shape, data: picture.data.map(value => 4 * value - 2) },
    'conv1_1',
  );
  const second = rectified(convolved(rectified(first), 'conv1_2'));
  const third = rectified(convolved(pooled(second), 'conv2_1'));
  const layers = layersOf(leaving, 'features');
  expect(Object.keys(layers)).toEqual(['conv1_1', 'relu1_2', 'relu2_1']);
  const features = await evaluateWith(Object.values(layers), ({ attributes: { hash, tensor } }) =>
    tensor === undefined ? given[String(hash)] : weight(String(tensor)),
  );
  for (const [index, expected] of [first, second, third].entries()) expectClose(features[index], expected);
});
