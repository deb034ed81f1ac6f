/**
 * Contact sheet and table, made from whatever records are there. Shards that end at the same time may each
 * make them: whoever does looks again afterwards, and makes them anew if a record has come meanwhile. So the
 * last that was written has everything in it.
 */
import { message } from '../../language/message.ts';
import { showPath } from '../files/show-path.ts';
import { writeWhole } from '../files/write-whole.ts';
import type { Voice } from '../voice.ts';
import { contactSheet, hasFont } from './contact-sheet.ts';
import { tableOf } from './csv.ts';
import type { CellRecord } from './record.ts';
import type { SweepFolder } from './sweep-folder.ts';

export interface Overview {
  readonly done: number;
  readonly failed: number;
}

/** @throws Refusal where they cannot be written. */
export async function writeOverview(folder: SweepFolder, voice: Voice): Promise<Overview> {
  if (!(await hasFont())) voice.remark(message('sweep.no-font', { folder: showPath(folder.folder) }));
  let records = await folder.records();
  for (;;) {
    await writeWhole(folder.sheet, await contactSheet(folder, records, voice));
    await writeWhole(folder.table, tableOf(folder.grid, records, voice.language));
    const now = await folder.records();
    if (contentOf(now) === contentOf(records)) break;
    records = now;
  }
  const statuses = [...records.values()].map(({ status }) => status);
  const count = (wanted: CellRecord['status']) => statuses.filter(status => status === wanted).length;
  return { done: count('done'), failed: count('failed') };
}

const contentOf = (records: ReadonlyMap<string, CellRecord>): string =>
  [...records.values()].map(({ name, key, status }) => `${name} ${key} ${status}`).join('\n');

/** What there is, and where. */
export function sayOverview(folder: SweepFolder, { done, failed }: Overview, voice: Voice, kept = 0): void {
  if (failed > 0) voice.remark(message('sweep.failed', { count: failed }));
  voice.answer(
    message('sweep.done', {
      done,
      all: folder.grid.cells.length,
      kept,
      folder: showPath(folder.cells),
      sheet: showPath(folder.sheet),
      table: showPath(folder.table),
    }),
  );
}
