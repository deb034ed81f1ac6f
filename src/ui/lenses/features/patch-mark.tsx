import type { Patch } from '../../../runtime/lenses/receptive-field.ts';
import styles from './patch-mark.module.css';

interface PatchMarkProps {
  readonly patch: Patch;
  /** Of the image, in pixels. */
  readonly height: number;
  readonly width: number;
}

/** A frame around a patch of the image that lies below it. */
export const PatchMark = ({ patch: { top, left, bottom, right }, height, width }: PatchMarkProps) => (
  <svg className={styles.mark} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden>
    <rect x={left} y={top} width={right - left} height={bottom - top} className={styles.under} />
    <rect x={left} y={top} width={right - left} height={bottom - top} className={styles.line} />
  </svg>
);
