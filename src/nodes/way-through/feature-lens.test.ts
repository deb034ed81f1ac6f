/** What the lenses on features tell, against the same numbers by plain loops. */
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Padding, Pooling } from '../../graph/wire.ts';
import type { HostTensor } from '../../runtime/execute/resources.ts';
import { FeatureLens } from '../../runtime/lenses/feature-lens.ts';
import type { FeatureQuestion } from '../../runtime/lenses/feature-questions.ts';
import { convolve } from '../../runtime/lenses/one-convolution.ts';
import { onWasm } from '../../runtime/testing/on-wasm.ts';
import { gatys } from '../testing/graphs.ts';
import { openStudio, type Studio } from '../testing/studio.ts';
import { narrowEncoder, trialResources } from '../testing/trial.ts';

onWasm();

let studio: Studio;
let lens: FeatureLens;

beforeEach(() => {
  studio = openStudio({ name: 'wasm' });
  lens = new FeatureLens();
});

afterEach(async () => {
  await lens.close();
  await studio.session.dispose();
});

async function ask<Question extends FeatureQuestion>(question: Question) {
  const answer = await lens.ask(question, () => studio.session.ground);
  if (!answer.ok) throw new Error(answer.reason.id);
  return answer.value;
}

const ten = { from: 0, count: 10 };

test('channels are ranked by their mean, as plain loops find it, whether the graph taps the layer or not', async () => {
  await studio.edited(gatys());
  for (const tap of ['relu2_1', 'relu1_2']) {
    const { channels, looks, tiles } = await ask({ type: 'layer', node: 'styleTaps', tap, ...ten });
    const means = meansOf(seenBy(tap, 'sample:style-20x20'));
    const ranked = [...means.keys()].sort((a, b) => (means[b] ?? 0) - (means[a] ?? 0));
    expect(channels.map(({ channel }) => channel)).toEqual(ranked);
    for (const { channel, mean } of channels) expect(mean).toBeCloseTo(means[channel] ?? 0, 4);
    expect(tiles.map(({ channel }) => channel)).toEqual(ranked);
    expect(looks.map(({ taps, moves }) => [taps, moves])).toEqual([
      ['contentTaps', false],
      ['styleTaps', false],
      ['pictureTaps', true],
    ]);
  }
});

test('from the encoder the deepest layer that is tapped is shown; of its tiles those that are asked for', async () => {
  await studio.edited(gatys());
  const { tap, taps, tiles, channels } = await ask({ type: 'layer', node: 'encoder', from: 2, count: 3 });
  expect(tap).toBe('relu3_1');
  expect(taps).toContain('conv1_2');
  expect(tiles.map(({ channel }) => channel)).toEqual(channels.slice(2, 5).map(({ channel }) => channel));
});

test('a channel is shown on every picture by one scale, with the place where it responds the most', async () => {
  await studio.edited(gatys());
  const { pictures, range } = await ask({ type: 'channel', node: 'styleTaps', tap: 'relu2_1', channel: 3 });
  const plain = ['sample:content-24x16', 'sample:style-20x20'].map(reference => {
    const { data, shape } = seenBy('relu2_1', reference);
    const [, width = 1, channels = 1] = shape;
    const values = data.filter((_, i) => i % channels === 3);
    const value = Math.max(...values);
    return { value, row: Math.floor(values.indexOf(value) / width), column: values.indexOf(value) % width };
  });
  expect(pictures.slice(0, 2).map(({ peak: { row, column } }) => [row, column])).toEqual(
    plain.map(({ row, column }) => [row, column]),
  );
  expect(range[0]).toBe(0);
  expect(range[1]).toBeCloseTo(Math.max(...pictures.map(({ peak }) => peak.value)), 5);
  expect(range[1]).toBeGreaterThanOrEqual(Math.max(...plain.map(({ value }) => value)) - 1e-4);
});

test('the picture that is painted is looked at as it is now', async () => {
  const meanOf = async (node: string) => {
    const { pictures } = await ask({ type: 'channel', node, tap: 'relu2_1', channel: 0 });
    return pictures.map(({ mean }) => mean);
  };
  studio.session.edit(gatys({ optimiser: { iterations: 30 } }));
  await studio.next(event => event.type === 'run' && event.state === 'running');
  studio.session.pause();
  await studio.session.rest();
  const [content = 0, , before = 0] = await meanOf('pictureTaps');
  expect(studio.session.runs.get('optimiser')?.iteration).toBeLessThan(3);
  studio.session.play();
  await studio.session.rest();
  const [still, , after = 0] = await meanOf('pictureTaps');
  expect(still).toBe(content);
  expect(Math.abs(after - content)).toBeGreaterThan(Math.abs(before - content));
});

const kinds: readonly [Pooling, Padding][] = [
  ['max', 'zero'],
  ['average', 'replicate'],
  ['max', 'reflect'],
];

test.each(kinds)(
  'the sums of a feature come to what the runtime has: %s pooling, padded by %s',
  async (pooling, padding) => {
    await studio.edited(gatys({ encoder: { pooling, padding } }));
    for (const tap of ['relu1_1', 'conv2_1', 'relu3_1']) {
      const asked = { type: 'layer', node: 'styleTaps', tap, ...ten } as const;
      const { looks } = await ask(asked);
      const [rows, columns] = looks[1]?.shape ?? [1, 1];
      for (const [row, column] of [
        [0, 0],
        [rows - 1, columns - 1],
        [1, Math.floor(columns / 2)],
      ] as const) {
        const at = { row, column };
        const told = await ask({
          type: 'feature',
          node: 'styleTaps',
          tap,
          look: 'styleTaps',
          channel: 2,
          at,
        });
        const { sum, rectified } = convolve(told.numbers);
        expect(told.rectified).toBe(tap !== 'conv2_1');
        expect(told.value).toBeCloseTo(told.rectified ? rectified : sum, 4);
      }
    }
  },
);

test('R2 what the graph has computed is not computed again, and walking over positions computes nothing', async () => {
  await studio.edited(gatys());
  const { computed } = studio.session.counts;
  const at = { row: 1, column: 1 };
  await ask({ type: 'layer', node: 'styleTaps', tap: 'relu1_1', ...ten });
  const once = lens.computed;
  for (const column of [1, 2, 3]) {
    await ask({
      type: 'feature',
      node: 'styleTaps',
      tap: 'relu1_1',
      look: 'styleTaps',
      channel: 0,
      at: { ...at, column },
    });
  }
  await ask({ type: 'channel', node: 'styleTaps', tap: 'relu1_1', channel: 1 });
  expect(lens.computed).toBe(once);
  expect(studio.session.counts.computed).toBe(computed);
});

test('R5 a lens that is not open runs no op and holds no tensor; closed again, all is as before', async () => {
  await studio.edited(gatys());
  const before = tf.memory();
  expect(lens.computed).toBe(0);
  await ask({ type: 'layer', node: 'styleTaps', ...ten });
  expect(tf.memory().numTensors).toBeGreaterThan(before.numTensors);
  await lens.close();
  expect(tf.memory()).toMatchObject({ numTensors: before.numTensors, numBytes: before.numBytes });
});

test('where there is nothing to look at, it says so', async () => {
  await studio.edited(gatys());
  const none = await lens.ask({ type: 'layer', node: 'output', ...ten }, () => studio.session.ground);
  expect(none).toMatchObject({ ok: false, reason: { id: 'feature-lens.nothing' } });
});

function meansOf({ shape: [, , channels = 1], data }: HostTensor): number[] {
  const sums = new Array<number>(channels).fill(0);
  data.forEach((value, i) => {
    sums[i % channels] = (sums[i % channels] ?? 0) + Math.max(value, 0);
  });
  return sums.map(sum => (sum * channels) / data.length);
}

/** The narrow encoder's features of a picture, by loops: the largest is pooled, zeros are beyond the border. */
function seenBy(tap: string, reference: string): HostTensor {
  const picture = trialResources.image(reference);
  if (!picture.ok) throw new Error(reference);
  const { factors, offsets } = narrowEncoder.preprocessing;
  const { shape, data } = picture.value;
  let x: HostTensor = { shape, data: data.map((v, i) => v * (factors[i % 3] ?? 0) + (offsets[i % 3] ?? 0)) };
  for (const { name, channels } of narrowEncoder.layers) {
    if (name.endsWith('_1') && name !== 'conv1_1') x = pooled(x);
    x = convolved(x, name, channels);
    if (name === tap) return x;
    x = { shape: x.shape, data: x.data.map(v => Math.max(v, 0)) };
    if (name.replace('conv', 'relu') === tap) return x;
  }
  throw new Error(tap);
}

function convolved(
  { shape: [h = 0, w = 0, c = 0], data }: HostTensor,
  layer: string,
  channels: number,
): HostTensor {
  const [kernel, bias] = ['kernel', 'bias'].map(name => trialResources.weight('narrow', `${layer}/${name}`));
  if (!kernel?.ok || !bias?.ok) throw new Error(layer);
  const out = new Float32Array(h * w * channels);
  for (let i = 0; i < out.length; i++) {
    const [d, place] = [i % channels, Math.floor(i / channels)];
    const [row, column] = [Math.floor(place / w), place % w];
    let sum = bias.value.data[d] ?? 0;
    for (let position = 0; position < 9; position++) {
      const [y, x] = [row + Math.floor(position / 3) - 1, column + (position % 3) - 1];
      if (y < 0 || x < 0 || y >= h || x >= w) continue;
      for (let from = 0; from < c; from++) {
        sum +=
          (data[(y * w + x) * c + from] ?? 0) *
          (kernel.value.data[(position * c + from) * channels + d] ?? 0);
      }
    }
    out[i] = sum;
  }
  return { shape: [h, w, channels], data: out };
}

function pooled({ shape: [h = 0, w = 0, c = 0], data }: HostTensor): HostTensor {
  const [rows, columns] = [Math.floor(h / 2), Math.floor(w / 2)];
  const out = Float32Array.from({ length: rows * columns * c }, (_, i) => {
    const [channel, place] = [i % c, Math.floor(i / c)];
    const from = (2 * Math.floor(place / columns) * w + 2 * (place % columns)) * c + channel;
    return Math.max(...[0, c, w * c, (w + 1) * c].map(step => data[from + step] ?? 0));
  });
  return { shape: [rows, columns, c], data: out };
}
