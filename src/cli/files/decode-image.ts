/**
 * A picture file as the runtime takes it: upright, sRGB, red, green and blue from 0 to 1, transparency laid
 * over white. Sixteen bits a channel stay sixteen.
 */
import sharp, { type Metadata } from 'sharp';
import { type Message, message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';
import { overWhite } from '../library/over-white.ts';
import { pictureFormat } from '../library/picture-format.ts';
import { longestSide, scaledNote } from '../library/picture-limits.ts';
import type { DecodedImage } from '../library/sources.ts';

/** What is decoded: formats of photographs and paintings, none that draws or fetches anything. */
const formats = new Set(['jpeg', 'png', 'webp', 'heif', 'gif', 'tiff']);

/** Formats that people have and this decoder does not read. */
const unread = new Set(['HEIC', 'PDF', 'PSD', 'JPEG XL', 'BMP']);

/** `file` is what the sentences call it. */
export async function decodeImage(bytes: Uint8Array, file: string): Promise<Result<DecodedImage>> {
  const format = pictureFormat(bytes);
  if (format && unread.has(format)) return failure(message('image.format', { file, format }));
  try {
    const metadata = await sharp(bytes).metadata();
    if (!formats.has(metadata.format)) {
      return failure(message('image.format', { file, format: metadata.format.toUpperCase() }));
    }
    const image = await decode(bytes, metadata);
    const { width, height } = metadata;
    if (Math.max(width, height) <= longestSide) return success(image);
    const [toHeight, toWidth] = image.shape;
    const isTurned = toWidth > toHeight !== width > height;
    const from = isTurned ? { width: height, height: width } : { width, height };
    const note = scaledNote(file, from, { width: toWidth, height: toHeight });
    return success({ ...image, note });
  } catch (error) {
    return failure(refusalOf(error, file));
  }
}

async function decode(bytes: Uint8Array, { depth }: Metadata): Promise<DecodedImage> {
  const isDeep = depth !== undefined && depth !== 'uchar';
  const { data, info } = await sharp(bytes, { failOn: 'warning' })
    .autoOrient()
    .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
    .toColourspace(isDeep ? 'rgb16' : 'srgb')
    .ensureAlpha()
    .raw({ depth: isDeep ? 'ushort' : 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const samples = isDeep ? new Uint16Array(data.buffer, data.byteOffset, data.byteLength / 2) : data;
  return {
    shape: [info.height, info.width, 3],
    data: overWhite(samples, isDeep ? 65535 : 255),
  };
}

function refusalOf(error: unknown, file: string): Message {
  const why = error instanceof Error ? error.message : String(error);
  if (/unsupported image format|corrupt header|is empty/i.test(why))
    return message('image.not-a-picture', { file });
  if (/pixel limit|exceeds/i.test(why)) return message('image.too-many-pixels', { file });
  return message('image.damaged', { file });
}
