/**
 * The folder around a `model.json` on the web: the files that it names lie beside it. Each is read like any
 * file behind a URL, with the same refusals.
 */
import { failure, type Result } from '../../src/language/result.ts';
import { type ByteSource, readWhole } from './byte-source.ts';
import { type FolderReader, fileMissing } from './folder.ts';
import { preprocessingFile } from './stated-preprocessing.ts';
import { modelFile } from './tfjs-manifest.ts';

/** `modelUrl` is that of the `model.json`, whatever it is called. `open` opens the files, and closes them later. */
export const httpFolder =
  (
    modelUrl: string,
    open: (url: string) => Result<ByteSource>,
    onBytes?: (count: number) => void,
  ): FolderReader =>
  async (path, atMost) => {
    const source = open(path === modelFile ? modelUrl : urlOf(path, modelUrl));
    if (!source.ok) return source;
    const file = await readWhole(source.value, atMost, onBytes);
    if (file.ok) return file;
    // That there is no `model.json` is better said by its address.
    if (path === modelFile) return file;
    const { id } = file.reason;
    // Some servers say of what is not there that it is forbidden, or show a page. Only this file may be missing.
    const mayBeMissing =
      path === preprocessingFile && (id === 'import.forbidden' || id === 'import.web-page');
    return id === 'import.not-found' || mayBeMissing ? failure(fileMissing(path)) : file;
  };

/** `path` is plain names; what an address would take for more than a name is written so that it does not. */
const urlOf = (path: string, modelUrl: string): string =>
  new URL(path.split('/').map(encodeURIComponent).join('/'), modelUrl).href;
