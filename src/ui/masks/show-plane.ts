import type { Area, Plane } from './brush.ts';
import type { BrushSettings } from './brush-settings.ts';

/** Over a picture what is in has the colour of a marker, which no picture is full of. */
const marker = [255, 45, 100] as const;
const markerStrength = 0.62;

/** Shows a part of a mask on a canvas that is as large. */
export function showPlane(
  canvas: HTMLCanvasElement,
  { data, width: across }: Plane,
  look: BrushSettings['look'],
  { left, top, right, bottom }: Area,
): void {
  const [width, height] = [right - left, bottom - top];
  if (width <= 0 || height <= 0) return;
  const image = new ImageData(width, height);
  const { data: rgba } = image;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const value = data[(top + y) * across + left + x] ?? 0;
      const at = (y * width + x) * 4;
      const isOver = look === 'over';
      rgba[at] = isOver ? marker[0] : value;
      rgba[at + 1] = isOver ? marker[1] : value;
      rgba[at + 2] = isOver ? marker[2] : value;
      rgba[at + 3] = isOver ? value * markerStrength : 255;
    }
  }
  canvas.getContext('2d')?.putImageData(image, left, top);
}
