import type { Patch } from '../../../runtime/lenses/receptive-field.ts';
import styles from './patch-mark.module.css';

interface PatchMarkProps {
  readonly patch: Patch;
  /** A cell of a map is marked louder than the patch of the image that it sees. */
  readonly of?: 'patch' | 'cell';
  /** Of the image, in pixels, or of the map, in cells. */
  readonly height: number;
  readonly width: number;
}

/** A frame around a part of the picture that lies below it. */
export const PatchMark = ({
  patch: { top, left, bottom, right },
  of = 'patch',
  height,
  width,
}: PatchMarkProps) => (
  <svg
    className={styles.mark}
    data-of={of}
    viewBox={`0 0 ${width} ${height}`}
    preserveAspectRatio="none"
    aria-hidden
  >
    <rect x={left} y={top} width={right - left} height={bottom - top} className={styles.under} />
    <rect x={left} y={top} width={right - left} height={bottom - top} className={styles.line} />
  </svg>
);
