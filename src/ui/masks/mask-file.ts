/** A mask as a picture: grey, without transparency, small when compressed. */
import { message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';
import { type Plane, wholeArea } from './brush.ts';

/** PNG, since a mask has wide even parts and edges that are to stay what they are. */
export async function maskFile(plane: Plane): Promise<Blob> {
  const canvas = new OffscreenCanvas(plane.width, plane.height);
  const context = canvas.getContext('2d');
  context?.putImageData(greyImage(plane), 0, 0);
  return canvas.convertToBlob({ type: 'image/png' });
}

function greyImage(plane: Plane): ImageData {
  const { right: width, bottom: height } = wholeArea(plane);
  const image = new ImageData(width, height);
  for (const [at, value] of plane.data.entries()) image.data.set([value, value, value, 255], at * 4);
  return image;
}

/** The mask that a picture is, at a given size: white is in, transparent is out. */
export async function maskOfFile(
  file: Blob,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<Result<Plane>> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined);
  if (!bitmap) return failure(message('masks.not-read'));
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) return failure(message('masks.not-read'));
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  const { data: rgba } = context.getImageData(0, 0, width, height);
  const data = new Uint8ClampedArray(width * height);
  for (let at = 0; at < data.length; at++) {
    const [red = 0, green = 0, blue = 0] = rgba.subarray(at * 4, at * 4 + 3);
    data[at] = 0.299 * red + 0.587 * green + 0.114 * blue;
  }
  return success({ width, height, data });
}
