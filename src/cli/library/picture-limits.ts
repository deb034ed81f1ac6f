/** How large a picture may be on its way in, from a disk or into a page. */
import { type Message, message } from '../../language/message.ts';

/**
 * The longest side that a picture keeps. As float32 a square of it stays under 128 MiB, which is what every
 * WebGPU device binds at once, and no encoder can look at more.
 */
export const longestSide = 3072;

/** Bytes. No camera writes more into one picture that can be decoded. */
export const largestPictureFile = 512 * 2 ** 20;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Said of a picture that was made smaller. */
export const scaledNote = (file: string, from: Size, to: Size): Message =>
  message('image.scaled', {
    file,
    from: `${from.width}×${from.height}`,
    to: `${to.width}×${to.height}`,
    limit: String(longestSide),
  });
