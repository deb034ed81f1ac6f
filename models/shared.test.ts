/** The real VGG-19 beside the repository: what we read of it gives the activations that PyTorch gave. */
import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { HostTensor } from '../src/runtime/execute/resources.ts';
import { layersOf, reluOfLayer, vgg19Convolutions, vggChannels } from './architecture.ts';
import type { EncoderPack } from './encoder-pack.ts';
import { openEncoder } from './sources/open-encoder.ts';
import { diskFolder } from './testing/disk-folder.ts';
import { forward } from './testing/forward.ts';
import { describeWithShared, shared } from './testing/shared.ts';

const tapSchema = z.object({
  shape: z.tuple([z.number(), z.number(), z.number()]),
  mean: z.number(),
  max: z.number(),
  l2: z.number(),
  samples: z.object({ index: z.array(z.number()), value: z.array(z.number()) }),
});
const tapsSchema = z.record(z.string(), tapSchema);
const goldenSchema = z.object({ activations_max: tapsSchema, activations_avg: tapsSchema });

const golden = (pair: string) =>
  goldenSchema.parse(JSON.parse(readFileSync(`${shared}/golden/${pair}/golden.json`, 'utf8')));

async function picture(pair: string): Promise<HostTensor> {
  const { data, info } = await sharp(`${shared}/golden/${pair}/content.png`)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { shape: [info.height, info.width, 3], data: Float32Array.from(data, byte => byte / 255) };
}

async function vgg19(): Promise<EncoderPack> {
  const opened = await openEncoder(`folder:${shared}/models/vgg19`, { folder: diskFolder });
  if (!opened.ok) throw new Error(JSON.stringify(opened.reason));
  return opened.value;
}

describeWithShared('the real VGG-19', () => {
  test('opens with its 13 layers and its preprocessing', async () => {
    const { facts, tensor } = await vgg19();
    expect(facts.title).toBe('VGG-19 to conv5_1 (vgg19)');
    expect(facts.layers).toEqual(layersOf(vgg19Convolutions, vggChannels));
    expect(facts.preprocessing).toMatchObject({
      factors: [255, 255, 255],
      offsets: [-123.68, -116.779, -103.939],
    });
    expect(facts.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(tensor('conv4_1/kernel')).toMatchObject({ ok: true, value: { shape: [3, 3, 256, 512] } });
  });

  test.each(
    ['tubingen-starry', 'kodak14-kandinsky'].flatMap(pair =>
      (['max', 'average'] as const).map(pooling => [pair, pooling] as const),
    ),
  )('%s, %s pooling: every tap agrees with PyTorch', async (pair, pooling) => {
    const expected = golden(pair)[pooling === 'max' ? 'activations_max' : 'activations_avg'];
    let worst = 0;
    const seen: string[] = [];
    await forward(await vgg19(), await picture(pair), pooling, (tap, { shape, data }) => {
      const truth = expected[tap];
      if (!truth) throw new Error(`no golden values of ${tap}`);
      seen.push(tap);
      expect(shape, tap).toEqual(truth.shape);
      // Relative to the size of the tap: a value of 0 has no relative error of its own.
      const size = truth.l2 / Math.sqrt(data.length);
      const errors = truth.samples.index.map((at, i) =>
        Math.abs((data[at] ?? Number.NaN) - (truth.samples.value[i] ?? 0)),
      );
      const mean = data.reduce((sum, value) => sum + value, 0) / data.length;
      worst = Math.max(worst, ...errors.map(error => error / size), Math.abs(mean - truth.mean) / size);
      expect(worst, tap).toBeLessThan(1e-3);
    });
    expect(seen).toEqual(layersOf(vgg19Convolutions, vggChannels).map(({ name }) => reluOfLayer(name)));
  });
});
