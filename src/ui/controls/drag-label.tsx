/** The label of a number, which is dragged to change it. */
import { type PointerEvent, useRef } from 'react';
import type { HandGesture } from './gesture.ts';
import styles from './number.module.css';

/** Pixels of a drag that are one press of an arrow key. */
const pixelsPerStep = 4;

/** Shift makes steps ten times as large, Alt ten times as small. */
export const factorOf = ({ shiftKey, altKey }: { readonly shiftKey: boolean; readonly altKey: boolean }) =>
  (shiftKey ? 10 : 1) / (altKey ? 10 : 1);

interface DragLabelProps {
  readonly label: string;
  readonly htmlFor: string;
  readonly value: number;
  readonly move: (steps: number, from: number) => void;
  readonly gesture: HandGesture;
}

export function DragLabel({ label, htmlFor, value, move, gesture }: DragLabelProps) {
  const start = useRef<{ readonly x: number; readonly value: number } | undefined>(undefined);
  const end = (event: PointerEvent) => {
    if (!start.current) return;
    start.current = undefined;
    event.currentTarget.releasePointerCapture(event.pointerId);
    gesture.end();
  };
  return (
    <label
      htmlFor={htmlFor}
      className={styles.dragLabel}
      title={label}
      onPointerDown={event => {
        if (event.button !== 0) return;
        start.current = { x: event.clientX, value };
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={event => {
        const from = start.current;
        const steps = from && Math.trunc((event.clientX - from.x) / pixelsPerStep);
        if (from && steps) move(steps * factorOf(event), from.value);
      }}
      onPointerUp={end}
      onPointerCancel={end}
    >
      {label}
    </label>
  );
}
