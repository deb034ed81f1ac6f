/// <reference lib="dom" />
/**
 * A picture file as the runtime takes it, decoded by the browser: upright, sRGB, red, green and blue from 0 to
 * 1, transparency laid over white. Which formats there are depends on the browser; what it refuses is named.
 */

import { overWhite } from '../../cli/library/over-white.ts';
import { pictureFormat } from '../../cli/library/picture-format.ts';
import { largestPictureFile, longestSide, scaledNote } from '../../cli/library/picture-limits.ts';
import type { DecodedImage } from '../../cli/library/sources.ts';
import { formatBytes } from '../../language/format.ts';
import { type Message, message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';
import { scaledSize } from '../../runtime/host/scale-down.ts';

/** Formats that every browser decodes: where one of these is refused, the file is damaged. */
const common = new Set(['JPEG', 'PNG', 'GIF', 'WebP', 'AVIF', 'BMP']);

/** `file` is what the sentences call it. */
export async function decodeBlob(blob: Blob, file: string): Promise<Result<DecodedImage>> {
  if (blob.size > largestPictureFile) {
    const [size, limit] = [formatBytes(blob.size), formatBytes(largestPictureFile)];
    return failure(message('file.too-large', { file, size, limit }));
  }
  const bitmap = await createImageBitmap(blob, { imageOrientation: 'from-image' }).catch(() => undefined);
  if (!bitmap) return failure(await refusalOf(blob, file));
  const { width, height } = bitmap;
  try {
    const to = scaledSize([height, width], longestSide);
    const image: DecodedImage = { shape: [to.height, to.width, 3], data: pixelsOf(bitmap, to) };
    const isWhole = to.width === width && to.height === height;
    return success(isWhole ? image : { ...image, note: scaledNote(file, { width, height }, to) });
  } catch {
    return failure(message('image.too-many-pixels', { file }));
  } finally {
    bitmap.close();
  }
}

function pixelsOf(bitmap: ImageBitmap, { width, height }: { width: number; height: number }): Float32Array {
  const context = new OffscreenCanvas(width, height).getContext('2d', {
    colorSpace: 'srgb',
    willReadFrequently: true,
  });
  if (!context) throw new Error('There is no room for a canvas.');
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  return overWhite(context.getImageData(0, 0, width, height).data, 255);
}

/** Why a browser could not decode it. */
export async function refusalOf(blob: Blob, file: string): Promise<Message> {
  const start = await blob
    .slice(0, 64)
    .arrayBuffer()
    .catch(() => undefined);
  // A browser that finds the file changed since it was chosen gives nothing of it any more.
  if (!start) return message('page.file-not-here', { file });
  const format = pictureFormat(new Uint8Array(start));
  if (format === undefined) return message('page.not-a-picture', { file });
  return common.has(format)
    ? message('image.damaged', { file })
    : message('page.image-format', { file, format });
}
