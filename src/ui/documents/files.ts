/** Documents as files: opened as new ones, saved where the person wants them. */
import { parseDocument } from '../../graph/file/parse.ts';
import { serialiseDocument } from '../../graph/file/serialise.ts';
import { message } from '../../language/message.ts';
import { ownPictures } from '../images/references.ts';
import { wordsIn } from '../language/words.ts';
import { isCollection } from '../presets/is-collection.ts';
import { openDocument, useEditor } from '../state/editor.ts';
import { note, refuse } from '../state/notices.ts';
import { useSettings } from '../state/settings.ts';
import { chooseFiles } from './choose-files.ts';
import { fileTitle, suggestedFileName } from './file-name.ts';
import { reportFile } from './file-report.ts';
import { newDocument } from './open-documents.ts';
import { fileOf, forgetFile, mayUse, type RecentFile, rememberFile } from './recent-files.ts';
import { askForPlace, type FilePlace, writeFile } from './save-file.ts';

/** Bytes. No graph that can be opened is larger: a character takes up to four. */
const largestFile = 64_000_000;

/** Asks for a graph file, or a picture that carries its graph, and opens that as a new document. */
export async function openFile(): Promise<void> {
  const chosen = await askForFile();
  if (chosen) await openChosen(chosen);
}

/** Opens a file that was open before. */
export async function openRecent({ id, handle }: RecentFile): Promise<void> {
  const file = (await mayUse(handle, 'read')) ? await handle.getFile().catch(() => undefined) : undefined;
  if (file) return openChosen({ file, handle });
  await forgetFile(id);
  refuse(message('documents.file-gone', { file: handle.name }));
}

interface Chosen {
  readonly file: File;
  /** The way to it, where the browser gives one. */
  readonly handle?: FileSystemFileHandle;
}

async function openChosen({ file, handle }: Chosen): Promise<void> {
  if (/\.png$/i.test(file.name)) {
    const { openRecipeOf } = await import('../share/open-recipe.ts');
    await openRecipeOf(file);
    if (handle) await rememberFile(handle);
  } else if (await isCollection(file)) {
    const { openCollection } = await import('../presets/collection.ts');
    await openCollection(file, file.name);
  } else if (await openGraphFile(file, file.name)) {
    if (handle) await rememberFile(handle, useEditor.getState().id);
  }
}

/** Not in every browser. */
type OpenPicker = (options: {
  readonly types: readonly { readonly accept: Readonly<Record<string, readonly string[]>> }[];
}) => Promise<readonly FileSystemFileHandle[]>;

async function askForFile(): Promise<Chosen | undefined> {
  const { showOpenFilePicker: pick } = window as { readonly showOpenFilePicker?: OpenPicker };
  if (!pick) {
    const [file] = await chooseFiles({ accept: '.json,application/json,.png,image/png', multiple: false });
    return file && { file };
  }
  try {
    const accept = { 'application/json': ['.json'], 'image/png': ['.png'] };
    const [handle] = await pick.call(window, { types: [{ accept }] });
    return handle && { file: await handle.getFile(), handle };
  } catch {
    // The person thought better of it.
    return undefined;
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

/** Saves the open document to the file that it is kept in, or asks for one. */
export async function saveFile(): Promise<void> {
  const known = await fileOf(useEditor.getState().id);
  if (!known || !(await mayUse(known.handle, 'readwrite'))) return saveFileAs();
  const now = await known.handle.getFile().catch(() => undefined);
  if (now?.lastModified === known.modified) return write({ type: 'file', handle: known.handle });
  note(message('documents.file-changed', { file: known.handle.name }), {
    label: message('documents.save-elsewhere'),
    run: () => void saveFileAs(),
  });
}

/** Saves the open document as a file: where the person says, or into the folder of downloads. */
export async function saveFileAs(): Promise<void> {
  const words = wordsIn(useSettings.getState().language);
  const place = await askForPlace(suggestedFileName(openDocument().title || words('editor.untitled')), {
    type: 'application/json',
    endings: ['.gramarye.json', '.json'],
    description: words('documents.file-kind'),
  });
  if (place.type !== 'nowhere') await write(place);
}

async function write(place: Exclude<FilePlace, { readonly type: 'nowhere' }>): Promise<void> {
  const document = openDocument();
  const { id } = useEditor.getState();
  const saved = await writeFile(place, new Blob([serialiseDocument(document)], { type: 'application/json' }));
  if (!saved.ok) return refuse(saved.reason);
  if (place.type === 'file') await rememberFile(place.handle, id);
  const count = ownPictures(document).length;
  note(
    count > 0
      ? message('documents.saved-without', { file: saved.value, count })
      : message('documents.saved', { file: saved.value }),
  );
}
