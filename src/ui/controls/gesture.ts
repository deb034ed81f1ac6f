/**
 * What a hand does without letting go is one step of history: all changes of a slider from pointer down to
 * pointer up, all presses of an arrow key until one goes elsewhere.
 */
import { useRef } from 'react';
import { endGesture } from '../state/editor.ts';

let gestures = 0;

export interface HandGesture {
  /** The merge key of the gesture that is going on; begins one where there is none. */
  key(): string;
  end(): void;
}

export function useHandGesture(): HandGesture {
  const current = useRef<string | undefined>(undefined);
  const gesture = useRef<HandGesture>({
    key: () => {
      current.current ??= `control ${++gestures}`;
      return current.current;
    },
    end: () => {
      if (current.current === undefined) return;
      current.current = undefined;
      endGesture();
    },
  });
  return gesture.current;
}
