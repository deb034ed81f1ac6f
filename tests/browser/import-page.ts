/// <reference lib="dom" />
/** What a page does with other people's weights, for a test to call from outside. */
import { blobSource } from '../../models/import/blob-source.ts';
import { importEncoder } from '../../models/import/import-encoder.ts';
import { say } from '../../src/language/message.ts';

/** What can be told from outside: the hash of the weights and the layout, or the sentence of refusal. */
async function imported(given: Parameters<typeof importEncoder>[0]): Promise<string> {
  const encoder = await importEncoder(given, { deepest: 'conv5_4' });
  return encoder.ok ? `${encoder.value.layout} ${encoder.value.weights}` : say(encoder.reason);
}

const actions = {
  fromUrl: (url: string) => imported(url),
  /** As if it had been dropped on the page. */
  fromFile: async (url: string, name: string) => {
    const blob = await (await fetch(url)).blob();
    return imported(blobSource(new File([blob], name), name));
  },
};

export type Actions = typeof actions;

Object.assign(globalThis, { actions });

const isWorker = typeof document === 'undefined';
if (isWorker) {
  globalThis.addEventListener('message', async ({ data }: MessageEvent<[keyof Actions, string, string]>) => {
    const [name, url, file] = data;
    globalThis.postMessage(await actions[name](url, file));
  });
}
