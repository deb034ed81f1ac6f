/// <reference lib="dom" />
/** What a page does with kept encoders, for a test to call from outside. */
import { torchvisionPreprocessing } from '../../models/preprocessing.ts';
import { EncoderStore } from '../../models/store/encoder-store.ts';
import { originPrivateStorage } from '../../models/store/origin-private-storage.ts';
import { tinyPack } from '../../models/testing/tiny-pack.ts';
import { type Message, say } from '../../src/language/message.ts';
import type { Result } from '../../src/language/result.ts';

const files = async () => originPrivateStorage(await navigator.storage.getDirectory());
const store = async () => new EncoderStore(await files());

const told = <T>(result: Result<T, Message>): T | string => (result.ok ? result.value : say(result.reason));

export const actions = {
  async put(name: string, other: boolean) {
    const pack = other ? await tinyPack('other', torchvisionPreprocessing) : await tinyPack();
    const { title } = pack.facts;
    return told(
      await (await store()).put(name, pack, { title, layout: 'tiny', source: 'tiny', agreement: 'unlisted' }),
    );
  },
  async open(name: string) {
    const opened = await (await store()).open(name);
    return opened.ok ? opened.value.facts.title : say(opened.reason);
  },
  /** What of its weights are the same, how they are held, and what is said when their file has gone. */
  async openAndLose(name: string) {
    const opened = await (await store()).open(name);
    if (!opened.ok) return say(opened.reason);
    const pack = await tinyPack();
    const [before, after] = [pack, opened.value].map(({ tensor }) => told(tensor('conv1_1/kernel')));
    const isSame = JSON.stringify(before) === JSON.stringify(after);
    const record = await (await store()).record(name);
    if (record.ok) await (await files()).delete(`encoders/${record.value.weights.file}`);
    const lost = opened.value.tensor('conv1_1/kernel');
    return { isSame, lost: lost.ok ? 'held' : lost.reason.id };
  },
  async list() {
    const kept = await (await store()).list();
    return kept.ok ? kept.value.map(({ name }) => name) : say(kept.reason);
  },
  async remove(name: string) {
    return told(await (await store()).remove(name));
  },
  async files() {
    const listed = await (await files()).list('encoders');
    return listed.ok ? listed.value.map(({ name }) => name).sort() : say(listed.reason);
  },
  /** Writes zeros, and says what came of it. */
  async write(path: string, bytes: number) {
    return told(await (await files()).write(path, [new Uint8Array(bytes)]));
  },
  /** Gives `bytes` of a file to the browser and never closes it. */
  async writeAndHang(path: string, bytes: number) {
    const [folder = '', name = ''] = path.split('/');
    const root = await navigator.storage.getDirectory();
    const directory = await root.getDirectoryHandle(folder, { create: true });
    const writable = await (await directory.getFileHandle(name, { create: true })).createWritable();
    await writable.write(new Uint8Array(bytes));
  },
  async flip(path: string, at: number) {
    const read = await (await files()).read(path);
    if (!read.ok) return say(read.reason);
    read.value[at] = (read.value[at] ?? 0) ^ 1;
    return told(await (await files()).write(path, [read.value]));
  },
};

export type Actions = typeof actions;

Object.assign(globalThis, { actions });
// A worker, which has no document, is asked by messages.
if (typeof document === 'undefined') {
  globalThis.addEventListener('message', async ({ data }: MessageEvent) => {
    const [name, ...args]: [keyof Actions, ...never[]] = data;
    const action: (...given: never[]) => Promise<unknown> = actions[name];
    globalThis.postMessage(await action(...args));
  });
}
