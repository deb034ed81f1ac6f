/** From floats to a file: eight bits a channel, then WebP; and where in the project a picture's file lies. */
import sharp from 'sharp';
import { at, type FloatImage, type SamplePicture } from './picture.ts';

export const fileOf = ({ role, name }: SamplePicture): string => `samples/${role}/${name}.webp`;

export function toBytes({ data }: FloatImage): Uint8Array {
  return Uint8Array.from(data, (_, i) => Math.round(Math.min(1, Math.max(0, at(data, i))) * 255));
}

export function toWebp(image: FloatImage): Promise<Buffer> {
  const raw = { width: image.width, height: image.height, channels: 3 } as const;
  return sharp(toBytes(image), { raw }).webp({ quality: 88, effort: 6, smartSubsample: true }).toBuffer();
}
