/** A picture as a file: its format, its bytes, its name. */
import { deepPng } from '../../graph/share/png/deep-png.ts';
import { message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';
import type { Text } from '../../language/text.ts';
import type { HostTensor } from '../../runtime/execute/resources.ts';
import { type Still, stillOf } from './still.ts';

export interface PictureFormat {
  readonly id: string;
  readonly name: Text;
  readonly type: string;
  readonly extension: string;
  /** Of each channel. */
  readonly bits: 8 | 16;
  /** Whether the file tells how the picture was made. */
  readonly carriesRecipe: boolean;
}

const same = (name: string): Text => ({ en: name, zh: name });
const png = { type: 'image/png', extension: 'png', bits: 8, carriesRecipe: true } as const;

export const pictureFormats: readonly PictureFormat[] = [
  { ...png, id: 'png', name: same('PNG') },
  { ...png, id: 'png-16', name: { en: 'PNG with 16 bits', zh: '16 位 PNG' }, bits: 16 },
  {
    ...png,
    id: 'png-plain',
    name: { en: 'PNG without its recipe', zh: 'PNG（不含配方）' },
    carriesRecipe: false,
  },
  { ...png, id: 'jpg', name: same('JPEG'), type: 'image/jpeg', extension: 'jpg', carriesRecipe: false },
  { ...png, id: 'webp', name: same('WebP'), type: 'image/webp', extension: 'webp', carriesRecipe: false },
];

/** Of what loses something: so little that nobody sees it. */
const quality = 0.95;

/** @param picture [height, width, 3], 0 to 1. */
export async function encodePicture(picture: HostTensor, format: PictureFormat): Promise<Result<Blob>> {
  if (format.bits === 16) return success(new Blob([deepPng(picture)], { type: format.type }));
  return encodeStill(stillOf(picture), format);
}

export async function encodeStill(
  { pixels, width, height }: Still,
  { type, name }: Pick<PictureFormat, 'type' | 'name'>,
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
  { extension }: Pick<PictureFormat, 'extension'>,
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
