/**
 * Runs in the browser's own storage, by the document that they belong to. Documents are kept as the text of a
 * file, so that what an older version kept is read as its files are. Where a browser gives no storage, runs last as
 * long as the page.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { z } from 'zod';
import { parseDocument } from '../../graph/file/parse.ts';
import { serialiseDocument } from '../../graph/file/serialise.ts';
import type { RunEntry } from './run-log.ts';

interface RunsSchema extends DBSchema {
  runs: { key: string; value: unknown; indexes: { document: string } };
  /** Larger than thumbnails, and asked for one by one. */
  pictures: { key: string; value: Blob };
}

const stored = z.object({
  id: z.string(),
  text: z.string(),
  startedAt: z.number(),
  painted: z.array(z.object({ optimiser: z.string(), iteration: z.number(), loss: z.number() })),
  mixed: z.boolean(),
  finished: z.boolean(),
  pinned: z.boolean(),
  thumbnail: z.instanceof(Blob).exactOptional(),
});

let opening: Promise<IDBPDatabase<RunsSchema> | undefined> | undefined;

function database(): Promise<IDBPDatabase<RunsSchema> | undefined> {
  opening ??= openDB<RunsSchema>('gramarye-runs', 1, {
    upgrade(made) {
      made.createObjectStore('runs', { keyPath: 'id' }).createIndex('document', 'document');
      made.createObjectStore('pictures');
    },
  }).catch(() => undefined);
  return opening;
}

/** The runs of a document, oldest first. What cannot be read is left out. */
export async function keptRuns(documentId: string): Promise<readonly RunEntry[]> {
  const found = await attempt(async kept => kept.getAllFromIndex('runs', 'document', documentId));
  const entries: RunEntry[] = [];
  for (const record of found ?? []) {
    const entry = entryOf(record);
    if (entry) entries.push(entry);
    // Hundreds of them are read while the page is in use.
    if (entries.length % 20 === 19) await new Promise(resolve => setTimeout(resolve));
  }
  return entries.sort((a, b) => a.startedAt - b.startedAt);
}

function entryOf(record: unknown): RunEntry | undefined {
  const checked = stored.safeParse(record);
  if (!checked.success) return undefined;
  const { text, ...entry } = checked.data;
  const parsed = parseDocument(text);
  return parsed.ok ? { ...entry, document: parsed.value.document } : undefined;
}

export async function keepRun(documentId: string, { document, ...entry }: RunEntry): Promise<void> {
  const text = serialiseDocument(document);
  await attempt(kept => kept.put('runs', { ...entry, document: documentId, text }));
}

export async function forgetRun(id: string): Promise<void> {
  await attempt(async kept => {
    await kept.delete('runs', id);
    await kept.delete('pictures', id);
  });
}

/**
 * Forgets the runs of documents that are not among `there` any more. What is younger than a day stays: its document
 * may have been deleted only just, with a way back, or be open in another tab that has not kept it yet.
 */
export async function forgetRunsExcept(there: ReadonlySet<string>, now: number): Promise<void> {
  const records = (await attempt(kept => kept.getAll('runs'))) ?? [];
  for (const record of records) {
    const known = stored
      .pick({ id: true, startedAt: true })
      .extend({ document: z.string() })
      .safeParse(record);
    if (!known.success || there.has(known.data.document)) continue;
    if (now - known.data.startedAt > day) await forgetRun(known.data.id);
  }
}

const day = 24 * 60 * 60 * 1000;

export const keepPicture = (id: string, picture: Blob): Promise<unknown> =>
  attempt(kept => kept.put('pictures', picture, id));

export const keptPicture = (id: string): Promise<Blob | undefined> =>
  attempt(kept => kept.get('pictures', id));

/** Storage may be full, or taken away at any time; a run that is not kept is no reason to stop. */
async function attempt<T>(work: (kept: IDBPDatabase<RunsSchema>) => Promise<T>): Promise<T | undefined> {
  const kept = await database();
  if (!kept) return undefined;
  return work(kept).catch(() => undefined);
}
