/// <reference types="vite/client" />
/** What ships with the page beside its code, by address: nothing comes from anywhere else. */
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import type { FolderReader } from '../../../models/import/folder.ts';
import { fileMissing, fileTooLarge } from '../../../models/import/folder.ts';
import { message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';
import type { WasmFiles } from '../../runtime/execute/backend.ts';

const samples = import.meta.glob<string>('../../../samples/*/*.webp', {
  query: '?url',
  import: 'default',
  eager: true,
});

const lite = import.meta.glob<string>('../../../models/vgg19-lite/*.{json,bin}', {
  query: '?url',
  import: 'default',
  eager: true,
});

const adain = import.meta.glob<string>('../../../models/adain-decoder/*.{json,bin}', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** `marble-bust` of `…/samples/content/marble-bust.webp`, `model.json` of `…/vgg19-lite/model.json`. */
const lastName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

const byName = (files: Readonly<Record<string, string>>, ending = ''): ReadonlyMap<string, string> =>
  new Map(Object.entries(files).map(([path, url]) => [lastName(path).replace(ending, ''), url]));

/** Addresses of the built-in pictures, by name. */
export const sampleUrls = byName(samples, '.webp');

/** Without SIMD nothing is painted, and threads are not used: only one of the three is ever asked for. */
export const wasmFiles: WasmFiles = {
  'tfjs-backend-wasm.wasm': simd,
  'tfjs-backend-wasm-simd.wasm': simd,
  'tfjs-backend-wasm-threaded-simd.wasm': simd,
};

const folderOf =
  (urls: ReadonlyMap<string, string>): FolderReader =>
  async (path, atMost) => {
    const url = urls.get(path);
    if (url === undefined) return failure(fileMissing(path));
    const loaded = await load(url, path);
    if (!loaded.ok) return loaded;
    if (loaded.value.size > atMost) return failure(fileTooLarge(path, atMost));
    return success(new Uint8Array(await loaded.value.arrayBuffer()));
  };

/** The folder of VGG-19 lite. */
export const liteFolder = folderOf(byName(lite));

/** The folder of AdaIN's decoder. */
export const adainFolder = folderOf(byName(adain));

/** Fetches what ships; `file` is what sentences call it. */
export async function load(url: string, file: string): Promise<Result<Blob>> {
  try {
    const response = await fetch(url);
    return response.ok
      ? success(await response.blob())
      : failure(message('page.not-loaded', { file, why: String(response.status) }));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return failure(message('page.not-loaded', { file, why }));
  }
}
