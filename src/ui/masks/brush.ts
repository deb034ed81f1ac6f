/**
 * A brush on a mask: pure arithmetic on bytes, 0 for out and 255 for in. What a stroke passes twice is no more in
 * than what it passes once, so that neither speed nor a steady hand shows.
 */

export interface Plane {
  readonly width: number;
  readonly height: number;
  /** Row by row, a byte for each pixel. */
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

export interface Brush {
  /** In pixels of the plane. */
  readonly radius: number;
  /** How much of the radius is wholly in, 0 to 1; beyond it the brush fades. */
  readonly hardness: number;
  readonly erases: boolean;
}

/** A place that the brush touches, in pixels of the plane. */
export interface Touch {
  readonly x: number;
  readonly y: number;
  /** 0 to 1; the harder, the wider. */
  readonly pressure: number;
}

/** Pixels from (left, top) to before (right, bottom). */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const emptyPlane = (width: number, height: number): Plane => ({
  width,
  height,
  data: new Uint8ClampedArray(width * height),
});

export const wholeArea = ({ width, height }: Plane): Area => ({
  left: 0,
  top: 0,
  right: width,
  bottom: height,
});

/** Draws from one touch to the next; with the same twice, a dot. @returns the pixels that may have changed. */
export function draw(plane: Plane, brush: Brush, from: Touch, to: Touch): Area {
  const { width, height, data } = plane;
  const [before, after] = [radiusOf(brush, from), radiusOf(brush, to)];
  const reach = Math.max(before, after);
  const area: Area = {
    left: Math.max(0, Math.floor(Math.min(from.x, to.x) - reach)),
    top: Math.max(0, Math.floor(Math.min(from.y, to.y) - reach)),
    right: Math.min(width, Math.ceil(Math.max(from.x, to.x) + reach) + 1),
    bottom: Math.min(height, Math.ceil(Math.max(from.y, to.y) + reach) + 1),
  };
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  for (let y = area.top; y < area.bottom; y++) {
    for (let x = area.left; x < area.right; x++) {
      // The centre of the pixel, and the point of the stroke that is nearest to it.
      const [px, py] = [x + 0.5 - from.x, y + 0.5 - from.y];
      const along = length === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / length));
      const distance = Math.hypot(px - along * dx, py - along * dy);
      const inside = 255 * coverage(distance, before + along * (after - before), brush.hardness);
      const at = y * width + x;
      const now = data[at] ?? 0;
      data[at] = brush.erases ? Math.min(now, 255 - inside) : Math.max(now, inside);
    }
  }
  return area;
}

const radiusOf = ({ radius }: Brush, { pressure }: Touch): number => Math.max(0.5, radius * pressure);

/** How far a pixel is in at a distance from the middle of the brush. Even a hard brush has an edge of a pixel. */
function coverage(distance: number, radius: number, hardness: number): number {
  const inner = Math.min(radius * hardness, radius - 1);
  if (distance >= radius) return 0;
  if (distance <= inner) return 1;
  const left = (radius - distance) / (radius - inner);
  return left * left * (3 - 2 * left);
}

export function fill({ data }: Plane, value: 0 | 255): void {
  data.fill(value);
}

export function invert({ data }: Plane): void {
  for (let at = 0; at < data.length; at++) data[at] = 255 - (data[at] ?? 0);
}

/** The area of both. */
export const together = (a: Area, b: Area): Area => ({
  left: Math.min(a.left, b.left),
  top: Math.min(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
});
