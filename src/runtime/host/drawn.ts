/// <reference lib="dom" />
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Backend } from '../execute/backend.ts';
import type { Frame } from './protocol.ts';
import { scaledSize } from './scale-down.ts';

/** A picture that has not left the device on its way to the page. */
export interface Drawn {
  readonly bitmap: ImageBitmap;
  readonly full: Frame['full'];
}

/** Undefined where the picture has to be read back. */
export function drawnBy(
  backend: Pick<Backend, 'draw'> | undefined,
  picture: TensorInfo,
  longest: number,
): Drawn | undefined {
  const [height = 0, width = 0] = picture.shape;
  const bitmap = backend?.draw?.(picture, scaledSize(picture.shape, longest));
  return bitmap && { bitmap, full: { width, height } };
}
