/** A person's presets as a file, to be kept elsewhere or given to others, and such a file taken in. */
import { mostPresets, type Preset, readCollection, writeCollection } from '../../graph/share/preset.ts';
import { message } from '../../language/message.ts';
import { chooseFiles } from '../documents/choose-files.ts';
import { suggestedFileName } from '../documents/file-name.ts';
import { reportFile } from '../documents/file-report.ts';
import { askForPlace, writeFile } from '../documents/save-file.ts';
import { wordsIn } from '../language/words.ts';
import { note, refuse } from '../state/notices.ts';
import { useSettings } from '../state/settings.ts';
import { addOwnPresets, readOwnPresets } from './own-presets.ts';
import { openGallery } from './presets-dialogs.ts';

const ending = '.gramarye-presets.json';
/** Bytes; a character takes up to four. */
const largestFile = 256_000_000;

/** Saves presets as a file. @param name Of the file, without its ending. */
export async function exportPresets(presets: readonly Preset[], name: string): Promise<void> {
  const words = wordsIn(useSettings.getState().language);
  const file = suggestedFileName(name).replace('.gramarye.json', ending);
  const place = await askForPlace(file, {
    type: 'application/json',
    endings: ['.json'],
    description: words('presets.file-kind'),
  });
  if (place.type === 'nowhere') return;
  const text = writeCollection(presets.map(travelling));
  const saved = await writeFile(place, new Blob([text], { type: 'application/json' }));
  if (saved.ok) note(message('presets.exported', { count: presets.length, file: saved.value }));
  else refuse(saved.reason);
}

/** Without what is of this browser alone. */
const travelling = ({ title, summary, tags, of, graph, thumbnail }: Preset): Preset => ({
  title,
  summary,
  tags,
  of,
  ...(thumbnail !== undefined && { thumbnail }),
  graph,
});

/** Asks for a file and takes in its presets, but for those that are here already. */
export async function importPresets(): Promise<void> {
  for (const file of await chooseFiles({ accept: '.json,application/json', multiple: true })) {
    await takeCollection(file, file.name);
  }
}

/** Takes in a file that was dropped or opened, and shows what was in it among the others. */
export async function openCollection(file: Blob, name: string): Promise<void> {
  if (await takeCollection(file, name)) openGallery();
}

/** @returns False where nothing could be read; the person then knows why. */
async function takeCollection(file: Blob, name: string): Promise<boolean> {
  const text = file.size > largestFile ? undefined : await file.text().catch(() => undefined);
  if (text === undefined) {
    refuse(message('images.not-read', { file: name }));
    return false;
  }
  const read = readCollection(text.replace(/^\uFEFF/, ''));
  if (!read.ok) {
    reportFile({ type: 'refused', file: name, lines: read.reason.map(({ reason }) => reason) });
    return false;
  }
  const own = await readOwnPresets();
  const isHere = (preset: Preset) =>
    own.some(({ title, graph }) => title === preset.title && graph === preset.graph);
  const fresh = read.value.presets.filter(preset => !isHere(preset));
  if (own.length + fresh.length > mostPresets) {
    refuse(message('share.too-many-presets', { size: own.length + fresh.length, limit: mostPresets }));
    return false;
  }
  await addOwnPresets(fresh);
  note(message('presets.imported', { count: fresh.length, file: name }));
  if (read.value.repairs.length > 0) reportFile({ type: 'repaired', file: name, lines: read.value.repairs });
  return true;
}
