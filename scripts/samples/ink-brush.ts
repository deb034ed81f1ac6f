/** Ink on a soft brush: it only darkens, it runs dry, and thin ink is not grey. */
import { type Canvas, layStroke, type Point } from './brush.ts';
import { blend, hex } from './colour.ts';
import { clamp } from './noise.ts';

const ink = hex('#14171c');

/** Ink as a wash: bluish while there is much water in it, nearly black when there is little. */
export const thinned = (strength: number): readonly [number, number, number] =>
  blend(hex('#56616b'), ink, clamp(strength));

export function inkStroke(
  canvas: Canvas,
  path: readonly Point[],
  width: number,
  strength: number,
  dryness: number,
  seed: number,
): void {
  const unit = canvas.image.height;
  layStroke(canvas, {
    path: path.map(([x, y]): Point => [x * unit, y * unit]),
    width: Math.max(0.9, width * unit),
    colour: ink,
    seed,
    opacity: strength,
    dryness,
    streak: 0.3,
    taper: 0.95,
  });
}
