/** A picture as a file: its format, its bytes, its name. */
import { message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';
import type { Still } from './still.ts';

export interface PictureFormat {
  readonly name: string;
  readonly type: string;
  readonly extension: string;
}

export const pictureFormats: readonly PictureFormat[] = [
  { name: 'PNG', type: 'image/png', extension: 'png' },
  { name: 'JPEG', type: 'image/jpeg', extension: 'jpg' },
  { name: 'WebP', type: 'image/webp', extension: 'webp' },
];

/** Of what loses something: so little that nobody sees it. */
const quality = 0.95;

export async function encodePicture(
  { pixels, width, height }: Still,
  { type, name }: PictureFormat,
): Promise<Result<Blob>> {
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d', { colorSpace: 'srgb' })?.putImageData(pixels, 0, 0);
  const blob = await canvas.convertToBlob({ type, quality });
  // A browser that cannot write a format writes PNG instead, without a word.
  return blob.type === type ? success(blob) : failure(message('viewer.no-format', { format: name }));
}

/** `gatys-2015-iteration-200.png`: fit for every system's files, whatever the title holds. */
export function fileNameOf(
  title: string,
  iteration: number | undefined,
  { extension }: PictureFormat,
): string {
  const plain = title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Mark}\p{Number}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);
  const at = iteration === undefined ? '' : `-iteration-${iteration}`;
  return `${plain || 'gramarye'}${at}.${extension}`;
}
