/**
 * Reference values that PyTorch computed (the `golden` folder beside the project): what they are, read from
 * their own files. See `golden.json` there for how each is defined.
 */
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { z } from 'zod';
import { shared } from '../../models/testing/shared.ts';
import type { HostTensor } from '../../src/runtime/execute/resources.ts';

export const goldenFolder = pathToFileURL(`${shared}/golden/`);
export const vgg19Folder = `${shared}/models/vgg19`;
export const goldenPairs = ['tubingen-starry', 'kodak14-kandinsky'] as const;

const samples = z.object({ index: z.array(z.int()), value: z.array(z.number()) });
const summary = z.object({ l2: z.number(), max: z.number(), samples });
const summaries = z.record(z.string(), summary);

const goldenSchema = z.object({
  activations_max: summaries,
  activations_avg: summaries,
  gram_style: summaries,
  loss: z.object({
    total: z.number(),
    terms: z.record(z.string(), z.number()),
    gradient: z.object({ l2: z.number() }),
  }),
  adam: z.object({ loss: z.array(z.number()).length(50) }),
});

export type Golden = z.infer<typeof goldenSchema>;
export type Samples = z.infer<typeof samples>;

export async function readGolden(pair: string): Promise<Golden> {
  return goldenSchema.parse(JSON.parse(await readFile(new URL(`${pair}/golden.json`, goldenFolder), 'utf8')));
}

/** `content`, `style` or `adam50` of a pair: [height, width, 3], RGB, 0 to 1. */
export async function readGoldenImage(pair: string, name: string): Promise<HostTensor> {
  const { data, info } = await sharp(await readFile(new URL(`${pair}/${name}.png`, goldenFolder)))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { shape: [info.height, info.width, 3], data: Float32Array.from(data, byte => byte / 255) };
}

/** The gradient of the loss with respect to the picture, H·W·3. */
export async function readGoldenGradient(pair: string): Promise<Float32Array> {
  const file = await readFile(new URL(`${pair}/gradient.f32`, goldenFolder));
  return new Float32Array(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength));
}
