import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { useWords } from '../language/words.ts';
import styles from './stage.module.css';

const limit = (at: number) => Math.min(1, Math.max(0, at));

interface DividerProps {
  /** From 0 to 1. */
  readonly at: number;
  readonly put: (at: number) => void;
}

/** The line between two pictures that lie over one another, to be pushed to and fro. */
export function Divider({ at, put: putAt }: DividerProps) {
  const words = useWords();
  const line = useRef<HTMLDivElement>(null);
  const put = (to: number) => putAt(limit(to));

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const there = line.current?.parentElement?.getBoundingClientRect();
    if (!there || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    put((event.clientX - there.left) / there.width);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to = afterKey(event.key, at, event.shiftKey ? 0.1 : 0.02);
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    put(to);
  };

  return (
    <div
      ref={line}
      className={styles.divider}
      style={{ left: `${100 * at}%` }}
      role="slider"
      tabIndex={0}
      aria-label={words('viewer.divider')}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(100 * at)}
      aria-valuetext={`${Math.round(100 * at)} %`}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
    />
  );
}

function afterKey(key: string, at: number, step: number): number | undefined {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return at - step;
    case 'ArrowRight':
    case 'ArrowUp':
      return at + step;
    case 'PageDown':
      return at - 0.1;
    case 'PageUp':
      return at + 0.1;
    case 'Home':
      return 0;
    case 'End':
      return 1;
    default:
      return undefined;
  }
}
