/**
 * What is open is written as it changes: shortly after the last change, and at once when the page is hidden. A
 * page that is closed in the same moment leaves its last state where it can be written without waiting, and the
 * next visit takes it up from there.
 */
import { serialiseDocument } from '../../graph/file/serialise.ts';
import { openDocument, useEditor } from '../state/editor.ts';
import type { KeptDocument } from './kept.ts';
import { randomId } from './random-id.ts';
import type { Shelf } from './shelf.ts';
import { forgetThumbnail, newThumbnail, watchThumbnail } from './thumbnail.ts';

export interface AutosaveOptions {
  readonly shelf: Shelf;
  readonly id: string;
  /** Of what was read; undefined for a document that is new. */
  readonly kept: KeptDocument | undefined;
  /** Somebody else has written the document; nothing of it was overwritten, and nothing more is written. */
  readonly onChangedElsewhere: () => void;
}

const afterLastChange = 300;
/** The picture of the list, while it is being painted. */
const betweenThumbnails = 15_000;

/** Where the last moment of a page is written. */
const lastMoment = 'gramarye.last-moment';

export class Autosave {
  readonly #options: AutosaveOptions;
  readonly #ends: (() => void)[] = [];
  #written: KeptDocument | undefined;
  #writing: Promise<void> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #hasEnded = false;

  /** Of the document that is open in the editor. A new one is written at once. */
  constructor(options: AutosaveOptions) {
    this.#options = options;
    this.#written = options.kept;
    forgetThumbnail();
    watchThumbnail();
    const subscribed = useEditor.subscribe((state, before) => {
      if (state.id !== options.id || state.history.document === before.history.document) return;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.flush(), afterLastChange);
    });
    const hidden = () => document.visibilityState === 'hidden' && void this.flush();
    const left = () => this.#leaveLastMoment();
    const ticking = setInterval(() => void this.#keepPicture(), betweenThumbnails);
    document.addEventListener('visibilitychange', hidden);
    globalThis.addEventListener('pagehide', left);
    this.#ends.push(
      subscribed,
      () => clearTimeout(this.#timer),
      () => clearInterval(ticking),
      () => document.removeEventListener('visibilitychange', hidden),
      () => globalThis.removeEventListener('pagehide', left),
    );
    if (!this.#written) void this.flush();
  }

  /** Writes what is not written yet. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.#hasEnded) this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  /** Writes the last state, and nothing more after it. */
  async end(): Promise<void> {
    const written = this.flush();
    this.stop();
    await written;
  }

  /** Writes nothing more. */
  stop(): void {
    this.#hasEnded = true;
    for (const end of this.#ends.splice(0)) end();
  }

  async #write(): Promise<void> {
    const { id } = this.#options;
    const { id: open, shown } = useEditor.getState();
    if (open !== id) return;
    watchThumbnail();
    const { title } = openDocument();
    const text = serialiseDocument(openDocument());
    const before = this.#written;
    const newest = await newThumbnail();
    const picture = newest ?? before?.thumbnail;
    const isChanged = text !== before?.text;
    if (!isChanged && !newest) return;
    await this.#put({
      id,
      title,
      text,
      changed: isChanged || !before ? Date.now() : before.changed,
      revision: randomId(),
      ...(picture && { thumbnail: picture }),
      ...(shown && { shown }),
    });
  }

  async #put(document: KeptDocument): Promise<void> {
    const { shelf, onChangedElsewhere } = this.#options;
    const { type } = await shelf.putDocument(document, this.#written?.revision);
    if (type === 'written') {
      this.#written = document;
      return;
    }
    this.stop();
    onChangedElsewhere();
  }

  async #keepPicture(): Promise<void> {
    if (document.visibilityState === 'visible') await this.flush();
  }

  #leaveLastMoment(): void {
    const text = serialiseDocument(openDocument());
    if (useEditor.getState().id !== this.#options.id || text === this.#written?.text) return;
    const { title } = openDocument();
    const left: KeptDocument = {
      ...this.#written,
      id: this.#options.id,
      title,
      text,
      changed: Date.now(),
      revision: this.#written?.revision ?? '',
    };
    try {
      localStorage.setItem(lastMoment, JSON.stringify({ ...left, thumbnail: undefined }));
    } catch {
      // No storage, or it is full: the database was asked to write it, too.
    }
    void this.flush();
  }
}

/** Writes what the last page left in its last moment, unless somebody has written the document since. */
export async function takeUpLastMoment(shelf: Shelf): Promise<void> {
  const left = readLastMoment();
  if (!left) return;
  const kept = await shelf.document(left.id);
  if (kept?.text === left.text) return;
  // Its revision is of what it went on from.
  if (kept && kept.revision !== left.revision) return;
  await shelf.putDocument(
    {
      ...left,
      revision: randomId(),
      ...(kept?.thumbnail && { thumbnail: kept.thumbnail }),
      ...(kept?.shown && { shown: kept.shown }),
    },
    kept?.revision,
  );
}

function readLastMoment(): KeptDocument | undefined {
  try {
    const text = localStorage.getItem(lastMoment);
    if (text === null) return undefined;
    localStorage.removeItem(lastMoment);
    const left: Partial<KeptDocument> = JSON.parse(text);
    const { id, title, text: graph, changed, revision } = left;
    if (typeof id !== 'string' || typeof title !== 'string' || typeof graph !== 'string') return undefined;
    if (typeof changed !== 'number' || typeof revision !== 'string') return undefined;
    return { id, title, text: graph, changed, revision };
  } catch {
    return undefined;
  }
}
