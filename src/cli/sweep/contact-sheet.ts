/**
 * The contact sheet: all pictures of a sweep side by side, at one scale, with their values and losses. What is
 * not painted yet, or failed, has its place, too, and says so.
 */
import sharp from 'sharp';
import { formatLoss } from '../../language/format.ts';
import { message } from '../../language/message.ts';
import type { Voice } from '../voice.ts';
import type { CellRecord } from './record.ts';
import { layoutOf } from './sheet-layout.ts';
import type { Box } from './sheet-measures.ts';
import { emptyPlace, overlay, textAt } from './sheet-svg.ts';
import type { SweepFolder } from './sweep-folder.ts';

const paper = 255;

/** The sheet as WebP, of the records that are there. */
export async function contactSheet(
  folder: SweepFolder,
  records: ReadonlyMap<string, CellRecord>,
  voice: Voice,
): Promise<Uint8Array> {
  const { axes } = folder.grid;
  const title = folder.manifest.title || axes.map(({ path }) => path).join(' × ');
  const layout = layoutOf(folder.grid, title, await aspectOf(folder, records));
  const { width, height, captionSize } = layout;
  const pixels = Buffer.alloc(3 * width * height, paper);
  const drawing = layout.words.map(words => textAt(words));
  for (const { cell, picture, captionY } of layout.tiles) {
    const record = records.get(cell.name);
    const file = record?.pictures[0]?.file;
    const tile = file === undefined ? undefined : await tileOf(folder.picture(file), picture);
    if (tile) copy(tile, picture, pixels, width);
    else drawing.push(emptyPlace(picture));
    const lines = [voice.inWords(captionFor(record, tile !== undefined))];
    const middle = { x: picture.x + picture.width / 2, y: captionY };
    drawing.push(textAt({ ...middle, lines, size: captionSize, centred: true }, 'grey'));
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .composite([{ input: Buffer.from(overlay(width, height, drawing)) }])
    .webp({ quality: 90 })
    .toBuffer();
}

function captionFor(record: CellRecord | undefined, hasPicture: boolean) {
  if (!record) return message('sheet.missing');
  const { status, losses, goodUntil } = record;
  if (status === 'failed') {
    return goodUntil === undefined || !hasPicture
      ? message('sheet.failed')
      : message('sheet.failed-at', { iteration: String(goodUntil) });
  }
  if (!hasPicture) return message('sheet.picture-gone');
  const total = losses.at(-1)?.total;
  return total === undefined ? '' : message('sheet.loss', { loss: formatLoss(total) });
}

/** Height over width of the first picture that there is; square where there is none. */
async function aspectOf(folder: SweepFolder, records: ReadonlyMap<string, CellRecord>): Promise<number> {
  for (const { pictures } of records.values()) {
    const [first] = pictures;
    const size =
      first &&
      (await sharp(folder.picture(first.file))
        .metadata()
        .catch(() => undefined));
    if (size?.width && size.height) return Math.min(4, Math.max(0.25, size.height / size.width));
  }
  return 1;
}

/** The picture at the tile's size, its shape kept; nothing where it is gone or damaged. */
async function tileOf(path: string, { width, height }: Box): Promise<Buffer | undefined> {
  try {
    return await sharp(path)
      .flatten({ background: '#ffffff' })
      .resize(width, height, { fit: 'contain', background: '#ffffff' })
      .toColourspace('srgb')
      .removeAlpha()
      .raw()
      .toBuffer();
  } catch {
    return undefined;
  }
}

function copy(tile: Buffer, { x, y, width, height }: Box, sheet: Buffer, sheetWidth: number): void {
  for (let row = 0; row < height; row++) {
    tile.copy(sheet, 3 * ((y + row) * sheetWidth + x), 3 * row * width, 3 * (row + 1) * width);
  }
}

/** Whether words can be drawn here: without a font every letter looks the same, or like nothing. */
export async function hasFont(): Promise<boolean> {
  const [narrow, wide] = await Promise.all(
    ['i', 'W'].map(letter => {
      const words = { x: 4, y: 24, lines: [letter], size: 20 };
      return sharp(Buffer.from(overlay(40, 32, [textAt(words)])))
        .raw()
        .toBuffer();
    }),
  );
  return !narrow || !wide || !narrow.equals(wide);
}
