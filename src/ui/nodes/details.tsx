/**
 * What a face shows near and from afar. Details keep their place when they are too small to be read, so that no
 * node changes its size while one zooms; in front of them then stands, in large letters, what matters of them.
 */
import type { ReactNode } from 'react';
import styles from './faces.module.css';

interface DetailsProps {
  /** A word or two, read from afar. */
  readonly essence?: ReactNode;
  readonly children: ReactNode;
}

export const Details = ({ essence, children }: DetailsProps) => (
  <div className={styles.place}>
    <div className={styles.details}>{children}</div>
    {essence !== undefined && (
      <div className={styles.essence} aria-hidden>
        {essence}
      </div>
    )}
  </div>
);
