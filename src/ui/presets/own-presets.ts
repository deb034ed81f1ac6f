/**
 * A person's own presets, kept in the browser: whole graphs, and parts to be put into others. They are read when the
 * gallery or the search of nodes is first shown. Where the browser keeps nothing, they last as long as the page.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { create } from 'zustand';
import type { Preset } from '../../graph/share/preset.ts';
import { message } from '../../language/message.ts';
import { randomId } from '../documents/random-id.ts';
import { note } from '../state/notices.ts';

export interface OwnPreset extends Preset {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly added: number;
}

interface Schema extends DBSchema {
  readonly presets: { readonly key: string; readonly value: OwnPreset };
}

/** The newest first; undefined until they have been read. */
export const useOwnPresets = create<{ readonly presets: readonly OwnPreset[] | undefined }>()(() => ({
  presets: undefined,
}));

let opening: Promise<IDBPDatabase<Schema>> | undefined;

const database = (): Promise<IDBPDatabase<Schema>> =>
  (opening ??= (async () =>
    openDB<Schema>('gramarye-presets', 1, {
      upgrade: fresh => void fresh.createObjectStore('presets', { keyPath: 'id' }),
      blocking: (_, __, event) => {
        (event.target as IDBDatabase).close();
        opening = undefined;
      },
    }))());

/** Reads them, as another tab may have left them. */
export async function readOwnPresets(): Promise<readonly OwnPreset[]> {
  const kept = await database()
    .then(presets => presets.getAll('presets'))
    .catch(() => useOwnPresets.getState().presets ?? []);
  return show(kept);
}

/** Keeps new ones, and shows them. */
export async function addOwnPresets(presets: readonly Preset[]): Promise<void> {
  const before = await readOwnPresets();
  const added = presets.map(
    (preset, at): OwnPreset => ({ ...preset, id: randomId(), added: Date.now() - at }),
  );
  await keep(added);
  show([...added, ...before]);
}

/** Keeps a preset in place of the one that has its id, or puts back one that was deleted. */
export async function putOwnPreset(preset: OwnPreset): Promise<void> {
  await keep([preset]);
  const others = (useOwnPresets.getState().presets ?? []).filter(({ id }) => id !== preset.id);
  show([...others, preset]);
}

/** Deletes a preset, with a way back for as long as that is offered. */
export async function deleteOwnPreset(preset: OwnPreset): Promise<void> {
  await database()
    .then(presets => presets.delete('presets', preset.id))
    .catch(() => undefined);
  show((useOwnPresets.getState().presets ?? []).filter(({ id }) => id !== preset.id));
  note(message('presets.deleted', { title: preset.title }), {
    label: message('documents.undo'),
    run: () => void putOwnPreset(preset),
  });
}

async function keep(presets: readonly OwnPreset[]): Promise<void> {
  try {
    const change = (await database()).transaction('presets', 'readwrite');
    await Promise.all([...presets.map(preset => change.store.put(preset)), change.done]);
  } catch {
    note(message('presets.not-kept'));
  }
}

function show(presets: readonly OwnPreset[]): readonly OwnPreset[] {
  const sorted = presets.toSorted((a, b) => b.added - a.added);
  useOwnPresets.setState({ presets: sorted });
  return sorted;
}
