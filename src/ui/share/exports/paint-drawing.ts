/** A drawing as pixels. */
import { message } from '../../../language/message.ts';
import { failure, type Result, success } from '../../../language/result.ts';
import type { Drawing } from './drawing.ts';

/** Pixels for each unit of the canvas, as far as that makes no picture that browsers refuse. */
const density = 2;
const longestSide = 8192;

export async function paintDrawing({ svg, width, height }: Drawing): Promise<Result<Blob>> {
  const scale = Math.min(density, longestSide / Math.max(width, height));
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image(width, height);
    image.src = url;
    await image.decode();
    const canvas = new OffscreenCanvas(Math.round(width * scale), Math.round(height * scale));
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return success(await canvas.convertToBlob({ type: 'image/png' }));
  } catch (error) {
    return failure(message('sharing.not-drawn', { why: String(error) }));
  } finally {
    URL.revokeObjectURL(url);
  }
}
