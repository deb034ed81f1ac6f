/**
 * Copies of what is being painted, kept in the browser for each document, so that a reload goes on from where
 * the picture was. They are written now and then, those of one document all at once; only the documents that
 * were painted last have any.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { NodeId } from '../../graph/document.ts';
import { type Message, message } from '../../language/message.ts';
import type { Client } from '../../runtime/host/client.ts';

/** To be given to `client.resume`, which checks it. */
export interface KeptCopies {
  readonly copies: Readonly<Record<NodeId, unknown>>;
  /** Optimisers that stood still. */
  readonly paused: readonly NodeId[];
}

interface Schema extends DBSchema {
  readonly documents: {
    readonly key: string;
    readonly value: KeptCopies & { readonly saved: number };
    readonly indexes: { readonly saved: number };
  };
}

/** A painting of a thousand pixels takes some 40 MB; nobody comes back to many. */
const mostDocuments = 8;

let opening: Promise<IDBPDatabase<Schema>> | undefined;

/** Where the browser keeps nothing, some say so at once: that is told later all the same. */
async function database(): Promise<IDBPDatabase<Schema>> {
  opening ??= openDB<Schema>('gramarye-copies', 1, {
    upgrade: fresh => void fresh.createObjectStore('documents').createIndex('saved', 'saved'),
    // Another tab has a newer Gramarye, or the browser wants the storage back: it is opened anew when needed.
    blocking: (_, __, event) => {
      (event.target as IDBDatabase).close();
      opening = undefined;
    },
    terminated: () => {
      opening = undefined;
    },
  });
  opening.catch(() => {
    opening = undefined;
  });
  return opening;
}

/** What is kept of a document; nothing where the browser keeps nothing. */
export async function keptCopies(document: string): Promise<KeptCopies> {
  const found = await database()
    .then(files => files.get('documents', document))
    .catch(() => undefined);
  const { copies = {}, paused = [] } = found ?? {};
  return { copies, paused };
}

export async function forgetCopies(document: string): Promise<void> {
  await database()
    .then(files => files.delete('documents', document))
    .catch(() => undefined);
}

export interface KeepOptions {
  /** So many milliseconds at least lie between two writes. */
  readonly every?: number;
  /** Told once, where nothing can be kept. */
  readonly tell?: (reason: Message) => void;
}

/**
 * Keeps the copies that `client` has of the document of this name, from now on. @returns what ends that, after
 * what is there was written.
 */
export function keepCopies(
  client: Client,
  document: string,
  { every = 4_000, tell = () => {} }: KeepOptions = {},
): () => Promise<void> {
  const paused = new Set<NodeId>();
  let writing: Promise<void> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wroteAt = Number.NEGATIVE_INFINITY;
  let hasFailed = false;

  const write = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    wroteAt = performance.now();
    const kept = { copies: client.copies, paused: [...paused], saved: Date.now() };
    writing = writing
      .then(() => put(document, kept))
      .catch(error => {
        if (!hasFailed) tell(message('page.copies-not-kept', { why: String(error) }));
        hasFailed = true;
      });
    return writing;
  };
  const writeSoon = () => {
    timer ??= setTimeout(write, Math.max(0, wroteAt + every - performance.now()));
  };
  const writeNow = () => void (timer === undefined || write());

  const stop = client.on(event => {
    // What stands still changes seldom, and a reload right after it should find it.
    if (event.type === 'copied') {
      if (event.optimisers.some(node => paused.has(node))) write();
      else writeSoon();
    }
    if (event.type !== 'run') return;
    const stands = event.state === 'paused';
    if (stands === paused.has(event.optimiser)) return;
    if (stands) paused.add(event.optimiser);
    else paused.delete(event.optimiser);
    write();
  });
  globalThis.addEventListener('pagehide', writeNow);
  return async () => {
    stop();
    globalThis.removeEventListener('pagehide', writeNow);
    await (timer === undefined ? writing : write());
  };
}

/** All of a document's copies at once, and away with those of documents that were painted long ago. */
async function put(document: string, kept: Schema['documents']['value']): Promise<void> {
  const change = (await database()).transaction('documents', 'readwrite');
  const { store } = change;
  if (Object.keys(kept.copies).length > 0) await store.put(kept, document);
  else await store.delete(document);
  const oldestFirst = await store.index('saved').getAllKeys();
  for (const old of oldestFirst.slice(0, -mostDocuments)) await store.delete(old);
  await change.done;
}
