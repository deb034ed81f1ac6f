/**
 * A picture file as the runtime takes it: upright, sRGB, red, green and blue from 0 to 1, transparency laid
 * over white. Sixteen bits a channel stay sixteen.
 */
import sharp, { type Metadata } from 'sharp';
import { type Message, message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';
import type { DecodedImage } from '../library/sources.ts';

/**
 * The longest side that a picture keeps. As float32 a square of it stays under 128 MiB, which is what every
 * WebGPU device binds at once, and no encoder can look at more.
 */
export const longestSide = 3072;

/** What is decoded: formats of photographs and paintings, none that draws or fetches anything. */
const formats = new Set(['jpeg', 'png', 'webp', 'heif', 'gif', 'tiff']);

/** `file` is what the sentences call it. */
export async function decodeImage(bytes: Uint8Array, file: string): Promise<Result<DecodedImage>> {
  const format = unreadFormat(bytes);
  if (format) return failure(message('image.format', { file, format }));
  try {
    const metadata = await sharp(bytes).metadata();
    if (!formats.has(metadata.format)) {
      return failure(message('image.format', { file, format: metadata.format.toUpperCase() }));
    }
    const image = await decode(bytes, metadata);
    const { width, height } = metadata;
    if (Math.max(width, height) <= longestSide) return success(image);
    const [toHeight, toWidth] = image.shape;
    const turned = toWidth > toHeight === width > height ? [width, height] : [height, width];
    const note = message('image.scaled', {
      file,
      from: turned.join('×'),
      to: `${toWidth}×${toHeight}`,
      limit: String(longestSide),
    });
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

/** Red, green, blue, alpha of whole numbers up to `full`. */
function overWhite(samples: ArrayLike<number>, full: number): Float32Array {
  const pixels = samples.length / 4;
  const data = new Float32Array(3 * pixels);
  for (let pixel = 0; pixel < pixels; pixel++) {
    const alpha = (samples[4 * pixel + 3] ?? full) / full;
    for (let channel = 0; channel < 3; channel++) {
      const value = (samples[4 * pixel + channel] ?? full) / full;
      data[3 * pixel + channel] = 1 + (value - 1) * alpha;
    }
  }
  return data;
}

/** Formats that people have and this decoder does not read, by their first bytes. */
function unreadFormat(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 64)).toString('latin1');
  if (/^....ftyp(heic|heix|hevc|heim|heis|hevx)/s.test(start)) return 'HEIC';
  if (start.startsWith('%PDF')) return 'PDF';
  if (start.startsWith('8BPS')) return 'PSD';
  if (start.startsWith('\xFF\n') || start.slice(4, 8) === 'JXL ') return 'JPEG XL';
  if (start.startsWith('BM')) return 'BMP';
  return undefined;
}

function refusalOf(error: unknown, file: string): Message {
  const why = error instanceof Error ? error.message : String(error);
  if (/unsupported image format|corrupt header|is empty/i.test(why))
    return message('image.not-a-picture', { file });
  if (/pixel limit|exceeds/i.test(why)) return message('image.too-many-pixels', { file });
  return message('image.damaged', { file });
}
