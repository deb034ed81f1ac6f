/**
 * Where documents and pictures are kept: in the browser's database, and in memory what that does not take, be it
 * that there is none (a private window), that it is full or that it broke. Reading never fails; what could not be
 * written is told once, and the work goes on.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { KeptDocument, KeptPicture } from './kept.ts';

interface Schema extends DBSchema {
  readonly documents: { readonly key: string; readonly value: KeptDocument };
  readonly pictures: {
    readonly key: string;
    readonly value: KeptPicture;
    readonly indexes: { readonly hash: string };
  };
}

export type Database = IDBPDatabase<Schema>;

/** @throws what the browser says where it keeps nothing; some say it at once, which is told later all the same. */
export const openDatabase = async (): Promise<Database> =>
  openDB<Schema>('gramarye', 1, {
    upgrade(fresh) {
      fresh.createObjectStore('documents', { keyPath: 'id' });
      fresh.createObjectStore('pictures', { keyPath: 'reference' }).createIndex('hash', 'hash');
    },
    // Another tab has a newer Gramarye.
    blocking: (_, __, event) => (event.target as IDBDatabase).close(),
  });

export type Written =
  /** In the database, or in memory where that fails. */
  | { readonly type: 'written' }
  /** Nothing was written, since somebody else has written this meanwhile. */
  | { readonly type: 'changed-elsewhere' };

export class Shelf {
  readonly #database: Promise<Database | undefined>;
  readonly #tellNotKept: (error: unknown) => void;
  /** What the database did not take. */
  readonly #documents = new Map<string, KeptDocument>();
  readonly #pictures = new Map<string, KeptPicture>();
  #hasTold = false;

  /** @param tellNotKept Told once, when something could not be written. */
  constructor(opening: Promise<Database>, tellNotKept: (error: unknown) => void) {
    this.#tellNotKept = tellNotKept;
    this.#database = opening.catch(error => {
      this.#tellOnce(error);
      return undefined;
    });
  }

  /** The one that was changed last comes first. */
  async documents(): Promise<readonly KeptDocument[]> {
    const kept = await this.#read(database => database.getAll('documents'), []);
    const all = new Map([...kept.map(each => [each.id, each] as const), ...this.#documents]);
    return [...all.values()].sort((a, b) => b.changed - a.changed);
  }

  async document(id: string): Promise<KeptDocument | undefined> {
    return this.#documents.get(id) ?? this.#read(database => database.get('documents', id), undefined);
  }

  /** Writes `document` unless somebody has written it since `revision`; undefined for one that is new. */
  async putDocument(document: KeptDocument, revision: string | undefined): Promise<Written> {
    const isOther = (found: KeptDocument | undefined) =>
      found !== undefined && found.revision !== revision && found.revision !== document.revision;
    if (isOther(this.#documents.get(document.id))) return { type: 'changed-elsewhere' };
    const written = await this.#write(async database => {
      const change = database.transaction('documents', 'readwrite');
      const isChanged = isOther(await change.store.get(document.id));
      if (!isChanged) await change.store.put(document);
      await change.done;
      return isChanged ? 'changed-elsewhere' : 'written';
    });
    if (written === 'failed') this.#documents.set(document.id, document);
    else this.#documents.delete(document.id);
    return { type: written === 'changed-elsewhere' ? written : 'written' };
  }

  async removeDocument(id: string): Promise<void> {
    this.#documents.delete(id);
    await this.#write(database => database.delete('documents', id));
  }

  async picture(reference: string): Promise<KeptPicture | undefined> {
    return (
      this.#pictures.get(reference) ?? this.#read(database => database.get('pictures', reference), undefined)
    );
  }

  /** The one that has these very bytes. */
  async pictureOf(hash: string): Promise<KeptPicture | undefined> {
    const inMemory = [...this.#pictures.values()].find(picture => picture.hash === hash);
    return inMemory ?? this.#read(database => database.getFromIndex('pictures', 'hash', hash), undefined);
  }

  /** The newest comes first. */
  async pictures(): Promise<readonly KeptPicture[]> {
    const kept = await this.#read(database => database.getAll('pictures'), []);
    return [...kept, ...this.#pictures.values()].sort((a, b) => b.added - a.added);
  }

  async pictureReferences(): Promise<ReadonlySet<string>> {
    const kept = await this.#read(database => database.getAllKeys('pictures'), []);
    return new Set([...kept, ...this.#pictures.keys()]);
  }

  async putPicture(picture: KeptPicture): Promise<void> {
    const written = await this.#write(database => database.put('pictures', picture));
    if (written === 'failed') this.#pictures.set(picture.reference, picture);
  }

  async removePicture(reference: string): Promise<void> {
    this.#pictures.delete(reference);
    await this.#write(database => database.delete('pictures', reference));
  }

  async #read<T>(question: (database: Database) => Promise<T>, otherwise: T): Promise<T> {
    const database = await this.#database;
    return database ? question(database).catch(() => otherwise) : otherwise;
  }

  async #write<T>(change: (database: Database) => Promise<T>): Promise<T | 'failed'> {
    const database = await this.#database;
    if (!database) return 'failed';
    try {
      return await change(database);
    } catch (error) {
      this.#tellOnce(error);
      return 'failed';
    }
  }

  #tellOnce(error: unknown): void {
    if (this.#hasTold) return;
    this.#hasTold = true;
    this.#tellNotKept(error);
  }
}
