/** Pictures in reading order, each below its own values: for one axis, or for two that are too long for a table. */
import type { Cell } from '../../runtime/sweep/grid.ts';
import {
  type Body,
  columnAt,
  gap,
  labelLine,
  labelLines,
  labelSize,
  margin,
  type PlacedCell,
  place,
  rowHeight,
  type Tile,
  type Words,
} from './sheet-measures.ts';

export function sheetInRows(
  heading: string,
  cells: readonly Cell[],
  columns: number,
  tile: Tile,
  top: number,
): Body {
  const right = columnAt(margin, columns, tile) - gap;
  const words: Words[] = [{ x: margin, y: top, lines: [heading], size: labelSize, bold: true }];
  const tiles: PlacedCell[] = [];
  let y = top + labelLine;
  for (let begin = 0; begin < cells.length; begin += columns) {
    const row = cells.slice(begin, begin + columns);
    const labels = row.map(cell => labelLines(valuesOf(cell), tile.column));
    const most = Math.max(...labels.map(({ length }) => length));
    const pictures = y + most * labelLine + gap / 2;
    for (const [index, cell] of row.entries()) {
      const x = columnAt(margin, index, tile);
      const lines = labels[index] ?? [];
      // The last line stands just above its picture, however many its neighbours have.
      const first = y + labelLine + (most - lines.length) * labelLine;
      words.push({ x: x + tile.column / 2, y: first, lines, size: labelSize, centred: true });
      tiles.push(place(cell, x, pictures, tile));
    }
    y = pictures + rowHeight(tile);
  }
  return { words, tiles, right, bottom: y - gap };
}

const valuesOf = ({ settings }: Cell): string =>
  settings.length > 1
    ? settings.map(({ path, label }) => `${path} = ${label}`).join(', ')
    : settings.map(({ label }) => label).join();
