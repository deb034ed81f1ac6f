/** Two axes: the first across and the second down, their values along the edges. */
import type { Axis } from '../../runtime/sweep/axis.ts';
import type { Cell } from '../../runtime/sweep/grid.ts';
import {
  type Body,
  columnAt,
  gap,
  labelLine,
  labelLines,
  labelSize,
  margin,
  place,
  rowHeight,
  type Tile,
  type Words,
} from './sheet-measures.ts';

/** The width of the values that stand beside the rows. */
const edge = 168;

export function sheetWithEdges(
  across: Axis,
  down: Axis,
  cells: readonly Cell[],
  tile: Tile,
  top: number,
): Body {
  const left = margin + edge;
  const right = columnAt(left, across.values.length, tile) - gap;
  const beside = (text: string) => labelLines(text, edge - gap);
  const headings = across.values.map(({ label }) => labelLines(label, tile.column));
  const corner = beside(`${down.path} ↓`);
  const headed = top + labelLine + gap / 2;
  const begin = headed + Math.max(corner.length, ...headings.map(({ length }) => length)) * labelLine;
  const rowAt = (row: number) => begin + row * rowHeight(tile);

  const words: Words[] = [
    {
      x: (left + right) / 2,
      y: top,
      lines: labelLines(`${across.path} →`, right - left),
      size: labelSize,
      centred: true,
      bold: true,
    },
    { x: margin, y: headed, lines: corner, size: labelSize, bold: true },
    ...headings.map((lines, index) => ({
      x: columnAt(left, index, tile) + tile.column / 2,
      y: headed,
      lines,
      size: labelSize,
      centred: true,
    })),
    ...down.values.map(({ label }, row) => {
      const lines = beside(label);
      const middle = rowAt(row) + tile.height / 2 + labelSize / 3;
      return { x: margin, y: middle - ((lines.length - 1) * labelLine) / 2, lines, size: labelSize };
    }),
  ];
  const tiles = cells.map(cell => {
    const [column = 0, row = 0] = cell.at;
    return place(cell, columnAt(left, column, tile), rowAt(row), tile);
  });
  return { words, tiles, right, bottom: rowAt(down.values.length) - gap };
}
