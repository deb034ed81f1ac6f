/** A drawing as SVG, and how its parts are written. */
import type { Box } from '../../../graph/gestures/thing.ts';

export interface Drawing {
  readonly svg: string;
  /** Units of the canvas. */
  readonly width: number;
  readonly height: number;
}

/** From a rectangle of the screen to one of the graph. */
export type Place = (screen: Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>) => Box;

/** Short: a tenth of a unit is less than anybody sees. */
export const number = (value: number): string => String(Math.round(value * 10) / 10);

/** Text in it comes from anywhere: nothing of it may be taken for a part of the drawing. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export const attributes = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');
