/** A map of the picture: pointed at, or walked over by arrow keys, it tells of a place. */
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import type { Pixels } from '../../../runtime/host/scale-down.ts';
import { PixelCanvas } from '../pixel-canvas.tsx';
import styles from './map-tile.module.css';

export interface Spot {
  readonly x: number;
  readonly y: number;
}

interface MapTileProps {
  readonly title: string;
  /** What stands behind the title. */
  readonly beside?: ReactNode;
  /** For a screen reader. */
  readonly label: string;
  readonly pixels: Pixels;
  readonly spot: Spot | undefined;
  readonly point: (spot: Spot) => void;
}

export function MapTile({ title, beside, label, pixels, spot, point }: MapTileProps) {
  const { width, height } = pixels;
  return (
    <figure className={styles.tile}>
      <figcaption className={styles.caption}>
        <span title={title}>{title}</span>
        {beside}
      </figcaption>
      <button
        type="button"
        className={styles.frame}
        aria-label={label}
        onPointerMove={event => point(spotAt(event, width, height))}
        onKeyDown={event => walk(event, spot ?? { x: width >> 1, y: height >> 1 }, { width, height }, point)}
      >
        <PixelCanvas pixels={pixels} />
        {spot && (
          <span
            className={styles.spot}
            style={{ left: `${(100 * (spot.x + 0.5)) / width}%`, top: `${(100 * (spot.y + 0.5)) / height}%` }}
          />
        )}
      </button>
    </figure>
  );
}

export function spotAt(
  { currentTarget, clientX, clientY }: PointerEvent,
  width: number,
  height: number,
): Spot {
  const { left, top, width: wide, height: high } = currentTarget.getBoundingClientRect();
  return {
    x: clamped(Math.floor(((clientX - left) / wide) * width), width),
    y: clamped(Math.floor(((clientY - top) / high) * height), height),
  };
}

const clamped = (at: number, count: number): number => Math.min(Math.max(at, 0), count - 1);

const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Arrow keys go one on, with Shift ten. */
export function walk(
  event: KeyboardEvent,
  { x, y }: Spot,
  { width, height }: { readonly width: number; readonly height: number },
  point: (spot: Spot) => void,
): void {
  const move = moves[event.key];
  if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  const far = event.shiftKey ? 10 : 1;
  point({ x: clamped(x + far * move[0], width), y: clamped(y + far * move[1], height) });
}
