/** Strokes by hand or by key, as pieces between touches; the whole of one is a deed. */
import { type Area, type Brush, draw, type Plane, type Touch } from './brush.ts';
import type { BrushSettings } from './brush-settings.ts';

export class Stroke {
  readonly #plane: Plane;
  readonly #brush: Brush;
  #last: Touch;

  /** Sets the brush down. `shown` is told what changed. */
  constructor(
    plane: Plane,
    { size, hardness, erases }: BrushSettings,
    at: Touch,
    shown: (area: Area) => void,
  ) {
    this.#plane = plane;
    this.#brush = { radius: size / 2, hardness, erases };
    this.#last = at;
    shown(draw(plane, this.#brush, at, at));
  }

  get erases(): boolean {
    return this.#brush.erases;
  }

  moveTo(at: Touch, shown: (area: Area) => void): void {
    shown(draw(this.#plane, this.#brush, this.#last, at));
    this.#last = at;
  }
}

/** Pens press harder and softer; a mouse and a finger do not. */
export const pressureOf = ({
  pointerType,
  pressure,
}: Pick<PointerEvent, 'pointerType' | 'pressure'>): number =>
  pointerType === 'pen' && pressure > 0 ? pressure : 1;
