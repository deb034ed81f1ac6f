/** Where frames come from: one after another, none left out, each when it is asked for. */
import type { Pixels } from '../../runtime/host/scale-down.ts';

export interface SourceFrame {
  readonly pixels: Pixels;
  /** In seconds, from the first frame on. */
  readonly timestamp: number;
  /** In seconds; of a camera's frame nobody knows how long it lasts. */
  readonly duration?: number;
}

export interface FrameSource {
  /** What it is called. */
  readonly name: string;
  /** As it is seen: upright. */
  readonly width: number;
  readonly height: number;
  /** How many frames there are; a camera has no end. */
  readonly count?: number;
  /** All frames, at the given size. */
  frames(size: Size): AsyncGenerator<SourceFrame, void>;
  close(): void;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Networks halve a picture a few times, and video codecs take even sides: sides that divide by this. */
const step = 8;

/** How large a frame is painted whose longer side is to be `longest` pixels. */
export function frameSize({ width, height }: Size, longest: number): Size {
  const scale = longest / Math.max(width, height, 1);
  const side = (pixels: number) => Math.max(step, Math.round((pixels * scale) / step) * step);
  return { width: side(width), height: side(height) };
}

/** The pixels of whatever a canvas can draw. */
export class FrameReader {
  readonly #context: OffscreenCanvasRenderingContext2D;

  constructor({ width, height }: Size) {
    const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('There is no room for a canvas.');
    context.imageSmoothingQuality = 'high';
    this.#context = context;
  }

  read(picture: CanvasImageSource): Pixels {
    const { width, height } = this.#context.canvas;
    this.#context.drawImage(picture, 0, 0, width, height);
    return { width, height, rgba: this.#context.getImageData(0, 0, width, height).data };
  }
}
