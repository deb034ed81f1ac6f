/**
 * Which document this tab works on. One is always open; opening another first writes the one before. A document
 * that another tab works on is shown, and nothing more, until the person says where it is to be worked on.
 */
import { create } from 'zustand';
import { emptyDocument, type GraphDocument, type NodeId } from '../../graph/document.ts';
import { parseDocument } from '../../graph/file/parse.ts';
import type { Shown } from '../../graph/share/link.ts';
import { type Message, message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';
import { followPictures } from '../images/follow-pictures.ts';
import { givePictures } from '../images/supply-image.ts';
import { wordsIn } from '../language/words.ts';
import { bring } from '../painting/luggage.ts';
import { defaultDocument } from '../state/default-document.ts';
import { open, openDocument, useEditor } from '../state/editor.ts';
import { note, refuse } from '../state/notices.ts';
import { useSettings } from '../state/settings.ts';
import { keptCopies } from '../worker/kept-copies.ts';
import { Autosave, takeUpLastMoment } from './autosave.ts';
import { type Hold, hold, onWanted, takeOver } from './document-lock.ts';
import type { KeptDocument } from './kept.ts';
import { lastOpen, rememberOpen } from './last-open.ts';
import { randomId } from './random-id.ts';
import { shelf } from './the-shelf.ts';

interface Elsewhere {
  readonly id: string;
  readonly title: string;
}

interface OpenState {
  /** Another tab works on the document that is shown. */
  readonly elsewhere: Elsewhere | undefined;
}

export const useOpen = create<OpenState>()(() => ({ elsewhere: undefined }));

interface Work {
  readonly id: string;
  readonly autosave: Autosave;
  /** Ends the hold on the document. */
  readonly release: () => void;
}

let work: Work | undefined;

/**
 * What a visit begins with: what this tab had open, else what was open last, else the default graph.
 *
 * @param openInstead What the visit came for opens this.
 */
export async function startDocuments(openInstead?: () => Promise<void>): Promise<void> {
  followPictures();
  if (openInstead) {
    await takeUpLastMoment(shelf());
    return openInstead();
  }
  const last = lastOpen();
  if (last.length === 0) {
    beginNew(defaultDocument());
    return;
  }
  await takeUpLastMoment(shelf());
  for (const id of last) {
    const kept = await shelf().document(id);
    if (kept && (await show(kept))) return;
  }
  const [newest] = await shelf().documents();
  if (!newest || !(await show(newest))) beginNew(defaultDocument());
}

/** Opens a kept document. False where it is gone or cannot be read; then nothing was changed, and it was said. */
export async function openKept(id: string): Promise<boolean> {
  if (work?.id === id) return true;
  const kept = await shelf().document(id);
  if (kept) return show(kept);
  refuse(message('documents.gone'));
  return false;
}

/**
 * Opens `document` as a new one. Without it, the default graph.
 *
 * @param shown What whoever sent it wants shown of it.
 * @param paused Optimisers that do not begin by themselves.
 * @example
 * await newDocument(presetDocument);
 */
export async function newDocument(
  document: GraphDocument = defaultDocument(),
  shown?: Shown,
  paused: readonly NodeId[] = [],
): Promise<void> {
  await leave();
  await givePictures(document);
  beginNew(document, shown, paused);
}

/** A new document with nothing in it. */
export const newEmptyDocument = (): Promise<void> => newDocument(emptyDocument);

/** Goes on with a copy of a kept document, or of the one that is open. */
export async function duplicateDocument(id?: string): Promise<void> {
  await work?.autosave.flush();
  const from = id ?? useEditor.getState().id;
  const kept = await shelf().document(from);
  const read = kept ? readKept(kept) : success(openDocument());
  if (!read.ok) {
    refuse(read.reason);
    return;
  }
  await newDocument({ ...read.value, title: copyTitle(read.value.title) });
}

/** Opens something else, so that the document that is open can go. */
export async function openAnother(): Promise<void> {
  const others = (await shelf().documents()).filter(({ id }) => id !== work?.id);
  for (const other of others) {
    if (!(await isElsewhere(other.id)) && (await show(other))) return;
  }
  await newDocument();
}

/** The document that another tab works on is worked on here from now on. */
export async function workHere(): Promise<void> {
  const { elsewhere } = useOpen.getState();
  if (!elsewhere) return;
  const release = await lockOf(elsewhere.id, takeOver);
  const kept = await shelf().document(elsewhere.id);
  if (!kept || !release) return;
  const read = readKept(kept);
  if (read.ok) await enter(kept.id, read.value, kept, release);
}

export const isOpen = (id: string): boolean => work?.id === id;

/** Writes what is not written yet. */
export const flushOpen = async (): Promise<void> => work?.autosave.flush();

async function show(kept: KeptDocument): Promise<boolean> {
  const read = readKept(kept);
  if (!read.ok) {
    refuse(read.reason);
    return false;
  }
  const release = await lockOf(kept.id, hold);
  await leave();
  if (release) {
    await enter(kept.id, read.value, kept, release);
  } else {
    await putPaintingAway();
    open(kept.id, read.value, kept.shown);
    useOpen.setState({ elsewhere: { id: kept.id, title: kept.title } });
  }
  return true;
}

async function enter(
  id: string,
  document: GraphDocument,
  kept: KeptDocument,
  release: () => void,
): Promise<void> {
  const [copies] = await Promise.all([keptCopies(id), givePictures(document)]);
  bring(id, copies);
  open(id, document, kept.shown);
  begin(id, kept, release);
}

/** At once: on a first visit nothing is waited for. */
function beginNew(document: GraphDocument, shown?: Shown, paused: readonly NodeId[] = []): void {
  const id = randomId();
  const locked = lockOf(id, hold);
  bring(id, { copies: {}, paused });
  open(id, document, shown);
  begin(id, undefined, () => void locked.then(release => release?.()));
}

function begin(id: string, kept: KeptDocument | undefined, release: () => void): void {
  rememberOpen(id);
  const autosave = new Autosave({
    shelf: shelf(),
    id,
    kept,
    onChangedElsewhere: () => void goOnApart(),
  });
  work = { id, autosave, release };
  useOpen.setState({ elsewhere: undefined });
  paintSoon();
}

/** @returns what lets go of it; undefined where another tab has it. */
async function lockOf(id: string, take: typeof hold): Promise<(() => void) | undefined> {
  const held: Hold | undefined = await take(id, () => void handOver(id));
  if (!held) return undefined;
  const stop = onWanted(id, () => void handOver(id));
  return () => {
    stop();
    held.release();
  };
}

async function leave(): Promise<void> {
  const left = work;
  work = undefined;
  await left?.autosave.end();
  left?.release();
}

/** Another tab works on the document from now on. */
async function handOver(id: string): Promise<void> {
  if (work?.id !== id) return;
  const { title } = openDocument();
  const left = work;
  work = undefined;
  useOpen.setState({ elsewhere: { id, title } });
  await Promise.all([left.autosave.end(), putPaintingAway()]);
  left.release();
}

/** Somebody has written this document without asking: this tab's state becomes a document of its own. */
async function goOnApart(): Promise<void> {
  const left = work;
  if (!left) return;
  const { client } = await import('../painting/connection.ts');
  const id = randomId();
  bring(id, { copies: client()?.copies ?? {}, paused: [] });
  useEditor.setState({ id });
  left.release();
  const locked = lockOf(id, hold);
  begin(id, undefined, () => void locked.then(release => release?.()));
  note(message('documents.saved-apart', { title: titleOf(openDocument().title) }));
}

async function isElsewhere(id: string): Promise<boolean> {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  return held.some(({ name }) => name?.endsWith(`.${id}`));
}

function readKept({ title, text }: KeptDocument): Result<GraphDocument> {
  const read = parseDocument(text);
  if (read.ok) return success(read.value.document);
  const why = read.reason.map(({ reason }) => reason);
  return failure(message('documents.unreadable', { title: titleOf(title), why }));
}

const titleOf = (title: string): string | Message => title || message('editor.untitled');

function copyTitle(title: string): string {
  const words = wordsIn(useSettings.getState().language);
  return words('documents.copy-title', { title: titleOf(title) });
}

let paints = false;

/** The canvas is shown before anything that paints has been loaded. */
function paintSoon(): void {
  if (paints) return;
  paints = true;
  requestAnimationFrame(() =>
    setTimeout(() => import('../painting/connection.ts').then(({ connect }) => connect())),
  );
}

async function putPaintingAway(): Promise<void> {
  if (!paints) return;
  const { putAway } = await import('../painting/connection.ts');
  await putAway();
}
