/** What both ways to lay out a contact sheet share: its parts, the sizes of things, and labels. All in pixels. */
import type { Cell } from '../../runtime/sweep/grid.ts';
import { wrap } from './wrap.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Words {
  /** Where the lines begin, or their middle where they are centred. */
  readonly x: number;
  /** The baseline of the first line. */
  readonly y: number;
  readonly lines: readonly string[];
  readonly size: number;
  readonly centred?: boolean;
  readonly bold?: boolean;
}

export interface PlacedCell {
  readonly cell: Cell;
  readonly picture: Box;
  /** The baseline of what stands below the picture. */
  readonly captionY: number;
}

/** The part of a sheet below its title. */
export interface Body {
  readonly words: readonly Words[];
  readonly tiles: readonly PlacedCell[];
  readonly right: number;
  readonly bottom: number;
}

export const margin = 24;
export const gap = 14;
export const labelSize = 13;
export const lineHeight = 1.3;
export const labelLine = labelSize * lineHeight;
const mostLines = 4;

/** The place of one picture: every picture of a sheet has one of this size. */
export interface Tile {
  readonly width: number;
  readonly height: number;
  /** From the left of one column to the right of it. */
  readonly column: number;
  readonly captionSize: number;
}

/** A sheet is not wider than about this, as far as its pictures stay large enough to see. */
const widest = 4800;
const sides = { least: 56, most: 256 };

/** The tile for so many columns of pictures of this shape, height over width. */
export function tileFor(columns: number, aspect: number): Tile {
  const side = Math.min(sides.most, Math.max(sides.least, Math.floor(widest / columns) - gap));
  return {
    width: Math.round(Math.min(side, side / aspect)),
    height: Math.round(Math.min(side, side * aspect)),
    column: side,
    captionSize: side < 100 ? 9 : 12,
  };
}

/** The left of column `index`. */
export const columnAt = (left: number, index: number, { column }: Tile): number =>
  left + index * (column + gap);

export const place = (cell: Cell, x: number, y: number, tile: Tile): PlacedCell => ({
  cell,
  picture: {
    x: Math.round(x + (tile.column - tile.width) / 2),
    y: Math.round(y),
    width: tile.width,
    height: tile.height,
  },
  captionY: Math.round(y + tile.height + tile.captionSize * lineHeight),
});

/** From the top of a row of pictures to where the next may begin. */
export const rowHeight = ({ height, captionSize }: Tile): number => height + captionSize * lineHeight + gap;

/** `text` over as many lines as it needs within `width`, up to a few. */
export const labelLines = (text: string, width: number): string[] => wrap(text, width / labelSize, mostLines);
