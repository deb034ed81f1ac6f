/** Where everything stands on a contact sheet. */
import type { Grid } from '../../runtime/sweep/grid.ts';
import { sheetInRows } from './sheet-in-rows.ts';
import { gap, margin, type PlacedCell, tileFor, type Words } from './sheet-measures.ts';
import { sheetWithEdges } from './sheet-with-edges.ts';

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly words: readonly Words[];
  /** One for each cell of the grid. */
  readonly tiles: readonly PlacedCell[];
  /** Of what stands below a picture. */
  readonly captionSize: number;
}

const titleSize = 18;
/** An axis with more values than this is not laid along an edge. */
const longestEdge = 64;
/** A sheet with few pictures still has room for its title. */
const narrowest = 480;

/** @param aspect Height over width of the pictures. */
export function layoutOf({ axes, cells }: Grid, title: string, aspect: number): Layout {
  const [across, down] = axes;
  const top = margin + titleSize + 2 * gap;
  const isTable = across && down && axes.every(({ values }) => values.length <= longestEdge);
  const columns = isTable ? across.values.length : columnsFor(cells.length);
  const tile = tileFor(columns, aspect);
  const heading = axes.map(({ path }) => path).join(' × ');
  const body = isTable
    ? sheetWithEdges(across, down, cells, tile, top)
    : sheetInRows(heading, cells, columns, tile, top);
  return {
    width: Math.max(narrowest, Math.ceil(body.right + margin)),
    height: Math.ceil(body.bottom + margin),
    words: [{ x: margin, y: margin + titleSize, lines: [title], size: titleSize, bold: true }, ...body.words],
    tiles: body.tiles,
    captionSize: tile.captionSize,
  };
}

/** A row for a few pictures, for many a sheet that is about as wide as high. */
const columnsFor = (count: number): number => Math.min(count, Math.max(5, Math.ceil(Math.sqrt(count))));
