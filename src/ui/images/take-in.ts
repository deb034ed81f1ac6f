/**
 * A picture's file before it becomes a person's picture here: what it is is found out by decoding it, never by
 * its name. A huge one is kept smaller, as no more of it would be used; any other as it is, byte for byte.
 */
import { pictureFormat } from '../../cli/library/picture-format.ts';
import { largestPictureFile, longestSide, scaledNote } from '../../cli/library/picture-limits.ts';
import { formatBytes } from '../../language/format.ts';
import { type Message, message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';
import { scaledSize } from '../../runtime/host/scale-down.ts';
import { refusalOf } from '../worker/decode-blob.ts';

export interface TakenIn {
  /** A copy: the file on the disk may change. */
  readonly blob: Blob;
  readonly note?: Message;
}

/** `file` is what the sentences call it. */
export async function takeIn(given: Blob, file: string): Promise<Result<TakenIn>> {
  if (given.size > largestPictureFile) {
    const [size, limit] = [formatBytes(given.size), formatBytes(largestPictureFile)];
    return failure(message('images.too-large', { file, size, limit }));
  }
  const format = await formatOf(given);
  if (format === 'unreadable') return failure(message('images.not-read', { file }));
  if (format === 'SVG') return failure(message('images.svg', { file }));
  const bitmap = await createImageBitmap(given, { imageOrientation: 'from-image' }).catch(() => undefined);
  if (!bitmap) return failure(await refusalOf(given, file));
  try {
    const { width, height } = bitmap;
    const to = scaledSize([height, width], longestSide);
    if (to.width === width && to.height === height) return success({ blob: await copied(given) });
    return success({ blob: await smaller(bitmap, to), note: scaledNote(file, { width, height }, to) });
  } catch {
    return failure(message('image.too-many-pixels', { file }));
  } finally {
    bitmap.close();
  }
}

/** What a file begins with; undefined where that is no picture's format. */
export async function formatOf(given: Blob): Promise<string | undefined> {
  const start = await given
    .slice(0, 64)
    .arrayBuffer()
    .catch(() => undefined);
  return start ? pictureFormat(new Uint8Array(start)) : 'unreadable';
}

const copied = async (given: Blob): Promise<Blob> =>
  new Blob([await given.arrayBuffer()], { type: given.type });

async function smaller(bitmap: ImageBitmap, { width, height }: { width: number; height: number }) {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('There is no room for a canvas.');
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  // Without visible loss, and with what is transparent; browsers that cannot write it write PNG.
  return canvas.convertToBlob({ type: 'image/webp', quality: 0.95 });
}
