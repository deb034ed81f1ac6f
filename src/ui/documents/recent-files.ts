/**
 * Files that were opened or saved here, where the browser lets a page hold on to a file: which of them a document
 * is kept in besides, and how to open one again. Nothing of a file is kept, only the way to it.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

export interface RecentFile {
  readonly id: string;
  readonly handle: FileSystemFileHandle;
  /** The document that is saved to it; none for a picture, which is never written again. */
  readonly document?: string;
  /** When this page read or wrote it last, as the file says: another time means somebody else's writing. */
  readonly modified: number;
  readonly used: number;
}

interface Schema extends DBSchema {
  readonly files: { readonly key: string; readonly value: RecentFile };
}

const most = 12;

let opening: Promise<IDBPDatabase<Schema>> | undefined;

const database = (): Promise<IDBPDatabase<Schema>> =>
  (opening ??= (async () =>
    openDB<Schema>('gramarye-files', 1, {
      upgrade: fresh => void fresh.createObjectStore('files', { keyPath: 'id' }),
      blocking: (_, __, event) => {
        (event.target as IDBDatabase).close();
        opening = undefined;
      },
    }))());

/** The one that was used last comes first; none where the browser keeps nothing. */
export async function recentFiles(): Promise<readonly RecentFile[]> {
  const all = await database()
    .then(files => files.getAll('files'))
    .catch(() => []);
  return all.sort((a, b) => b.used - a.used);
}

/** The file that a document is saved to. */
export const fileOf = async (document: string): Promise<RecentFile | undefined> =>
  (await recentFiles()).find(file => file.document === document);

/** Remembers a file that was just read or written. @param document What is to be saved to it from now on. */
export async function rememberFile(handle: FileSystemFileHandle, document?: string): Promise<void> {
  const before = await recentFiles();
  const same = await Promise.all(before.map(file => file.handle.isSameEntry(handle).catch(() => false)));
  const known = before.find((_, at) => same[at]);
  const { lastModified: modified } = await handle.getFile();
  const file: RecentFile = {
    id: known?.id ?? crypto.randomUUID(),
    handle,
    modified,
    used: Date.now(),
    ...(document !== undefined && { document }),
  };
  const others = before.filter(({ id }) => id !== file.id);
  // A document is saved to one file, the last that it was saved to.
  const freed = others.filter(other => document !== undefined && other.document === document);
  try {
    const change = (await database()).transaction('files', 'readwrite');
    await change.store.put(file);
    for (const { document: _freed, ...rest } of freed) await change.store.put(rest);
    for (const { id } of others.slice(most - 1)) await change.store.delete(id);
    await change.done;
  } catch {
    // Nothing is kept here: the file was opened or saved all the same.
  }
}

export async function forgetFile(id: string): Promise<void> {
  await database()
    .then(files => files.delete('files', id))
    .catch(() => undefined);
}

/** Not in every browser. */
interface WithPermission {
  readonly queryPermission?: (wish: { readonly mode: Mode }) => Promise<PermissionState>;
  readonly requestPermission?: (wish: { readonly mode: Mode }) => Promise<PermissionState>;
}

type Mode = 'read' | 'readwrite';

/** Whether the page may read or write the file; the browser asks the person where it has to. */
export async function mayUse(handle: FileSystemFileHandle, mode: Mode): Promise<boolean> {
  const asked = handle as FileSystemFileHandle & WithPermission;
  if ((await asked.queryPermission?.({ mode })) === 'granted') return true;
  return (await asked.requestPermission?.({ mode }).catch(() => 'denied')) !== 'denied';
}
