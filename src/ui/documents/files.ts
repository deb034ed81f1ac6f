/** Documents as files: opened as new ones, saved where the person wants them. */
import { parseDocument } from '../../graph/file/parse.ts';
import { serialiseDocument } from '../../graph/file/serialise.ts';
import { message } from '../../language/message.ts';
import { ownPictures } from '../images/references.ts';
import { wordsIn } from '../language/words.ts';
import { openDocument } from '../state/editor.ts';
import { note, refuse } from '../state/notices.ts';
import { useSettings } from '../state/settings.ts';
import { chooseFiles } from './choose-files.ts';
import { fileTitle, suggestedFileName } from './file-name.ts';
import { reportFile } from './file-report.ts';
import { newDocument } from './open-documents.ts';

/** Bytes. No graph that can be opened is larger: a character takes up to four. */
const largestFile = 64_000_000;

/** Asks for a graph file, or a picture that carries its graph, and opens that as a new document. */
export async function openFile(): Promise<void> {
  const accept = '.json,application/json,.png,image/png';
  for (const file of await chooseFiles({ accept, multiple: false })) {
    const { openRecipeOf } = await import('../share/open-recipe.ts');
    if (/\.png$/i.test(file.name)) await openRecipeOf(file);
    else await openGraphFile(file, file.name);
  }
}

/** Opens a file as a new document, or says with every reason why not; what is open stays as it is then. */
export async function openGraphFile(file: Blob, name: string): Promise<boolean> {
  const text = file.size > largestFile ? undefined : await file.text().catch(() => undefined);
  if (text === undefined) {
    refuse(message('images.not-read', { file: name }));
    return false;
  }
  return openGraphText(text, name);
}

/** The same for what was in a file. */
export async function openGraphText(text: string, name: string): Promise<boolean> {
  const read = parseDocument(text.replace(/^\uFEFF/, ''));
  if (!read.ok) {
    reportFile({ type: 'refused', file: name, lines: read.reason.map(({ reason }) => reason) });
    return false;
  }
  const { document, repairs } = read.value;
  await newDocument(document.title === '' ? { ...document, title: fileTitle(name) } : document);
  if (repairs.length > 0) reportFile({ type: 'repaired', file: name, lines: repairs });
  return true;
}

/** Saves the open document as a file: where the person says, or into the folder of downloads. */
export async function saveFile(): Promise<void> {
  const document = openDocument();
  const words = wordsIn(useSettings.getState().language);
  const name = suggestedFileName(document.title || words('editor.untitled'));
  const blob = new Blob([serialiseDocument(document)], { type: 'application/json' });
  const saved = await saveBlob(blob, name, words('documents.file-kind'));
  if (saved.type === 'cancelled') return;
  if (saved.type === 'failed') {
    refuse(message('documents.save-failed', { why: saved.why }));
    return;
  }
  const count = ownPictures(document).length;
  note(
    count > 0
      ? message('documents.saved-without', { file: saved.name, count })
      : message('documents.saved', { file: saved.name }),
  );
}

type Saved =
  | { readonly type: 'saved'; readonly name: string }
  | { readonly type: 'cancelled' }
  | { readonly type: 'failed'; readonly why: string };

/** Not every browser has it. */
type SavePicker = (options: {
  suggestedName: string;
  types: { description: string; accept: Record<string, string[]> }[];
}) => Promise<FileSystemFileHandle>;

async function saveBlob(blob: Blob, name: string, description: string): Promise<Saved> {
  const { showSaveFilePicker: pick } = globalThis as { showSaveFilePicker?: SavePicker };
  if (!pick) {
    download(blob, name);
    return { type: 'saved', name };
  }
  try {
    const accept = { 'application/json': ['.gramarye.json', '.json'] };
    const handle = await pick({ suggestedName: name, types: [{ description, accept }] });
    const stream = await handle.createWritable();
    await stream.write(blob);
    await stream.close();
    return { type: 'saved', name: handle.name };
  } catch (error) {
    const isCancelled = error instanceof DOMException && error.name === 'AbortError';
    return isCancelled ? { type: 'cancelled' } : { type: 'failed', why: String(error) };
  }
}

function download(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // Some browsers read it only after the click was handled.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
