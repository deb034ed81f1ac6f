/** A sweep as one picture, laid out as the command line lays out its contact sheets. */
import { layoutOf } from '../../cli/sweep/sheet-layout.ts';
import { type Box, lineHeight, type Words as SheetWords } from '../../cli/sweep/sheet-measures.ts';
import { formatLoss } from '../../language/format.ts';
import type { Pixels } from '../../runtime/host/scale-down.ts';
import type { Words } from '../language/words.ts';
import { axisTitle } from './axis-text.ts';
import type { PageSweep, SweepCell } from './sweep-store.ts';

const colours = { paper: '#ffffff', ink: '#222222', soft: '#666666', line: '#bbbbbb', empty: '#f4f4f4' };
const family = "'Inter Variable', Helvetica, Arial, sans-serif";

/** Draws the sheet and hands it to the browser as a PNG to be saved. */
export function saveSweepSheet(sweep: PageSweep, words: Words): void {
  const title = sweep.document.title || sweep.grid.axes.map(({ path }) => path).join(' × ');
  drawSheet(sweep, title, words).toBlob(blob => {
    if (!blob) return;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = `${title.replace(/[^\p{L}\p{N} ._-]+/gu, '-')} sweep.png`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }, 'image/png');
}

function drawSheet(
  { document: graph, grid, cells }: PageSweep,
  title: string,
  words: Words,
): HTMLCanvasElement {
  const first = Object.values(cells).flatMap(cell => pictureOf(cell) ?? [])[0];
  const axes = grid.axes.map(axis => ({ ...axis, path: axisTitle(graph, axis.path, words) }));
  const layout = layoutOf({ ...grid, axes }, title, first ? first.height / first.width : 1);
  const canvas = document.createElement('canvas');
  canvas.width = layout.width;
  canvas.height = layout.height;
  const context = canvas.getContext('2d');
  if (!context) return canvas;
  context.fillStyle = colours.paper;
  context.fillRect(0, 0, layout.width, layout.height);
  context.imageSmoothingQuality = 'high';
  for (const written of layout.words) write(context, written, colours.ink);
  for (const { cell, picture: box, captionY } of layout.tiles) {
    const state = cells[cell.name];
    const picture = pictureOf(state);
    if (picture) context.drawImage(canvasOf(picture), box.x, box.y, box.width, box.height);
    else leaveEmpty(context, box);
    const lines = [captionOf(state, words)];
    const middle = { x: box.x + box.width / 2, y: captionY, centred: true, size: layout.captionSize };
    write(context, { ...middle, lines }, colours.soft);
  }
  return canvas;
}

function write(
  context: CanvasRenderingContext2D,
  { x, y, lines, size, centred = false, bold = false }: SheetWords,
  colour: string,
): void {
  context.font = `${bold ? 600 : 400} ${size}px ${family}`;
  context.textAlign = centred ? 'center' : 'left';
  context.fillStyle = colour;
  for (const [index, line] of lines.entries()) context.fillText(line, x, y + lineHeight * size * index);
}

function leaveEmpty(context: CanvasRenderingContext2D, { x, y, width, height }: Box): void {
  context.fillStyle = colours.empty;
  context.fillRect(x, y, width, height);
  context.strokeStyle = colours.line;
  context.strokeRect(x + 0.5, y + 0.5, width - 1, height - 1);
}

function captionOf(state: SweepCell | undefined, words: Words): string {
  if (state?.state === 'failed') return words('sheet.failed');
  if (state?.state !== 'done') return words('sheet.missing');
  return state.loss === undefined ? '' : words('sheet.loss', { loss: formatLoss(state.loss) });
}

const pictureOf = (state: SweepCell | undefined): Pixels | undefined =>
  state && 'picture' in state ? state.picture : undefined;

function canvasOf({ width, height, rgba }: Pixels): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.putImageData(new ImageData(rgba, width, height), 0, 0);
  return canvas;
}
