/** What a person wants to add, by whatever they called it: a known name, a URL, a folder or a file. */
import { stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import type { ByteSource } from '../../../../models/import/byte-source.ts';
import type { GivenFolder } from '../../../../models/import/import-encoder.ts';
import { modelFile } from '../../../../models/import/tfjs-manifest.ts';
import { type KnownSource, knownSource, knownSources } from '../../../../models/known-sources.ts';
import { nameFor, refuseName } from '../../../../models/store/encoder-name.ts';
import { closest } from '../../../graph/closest.ts';
import { type Message, message } from '../../../language/message.ts';
import { failure, type Result, success } from '../../../language/result.ts';
import { weightsFile } from '../../encoder-argument.ts';
import { diskSource } from '../../files/disk-source.ts';
import { folderReader } from '../../files/file-sources.ts';
import { showPath } from '../../files/show-path.ts';

export interface Target {
  /** The name that it has by itself, if it has one. */
  readonly name?: string | undefined;
  readonly given: ByteSource | GivenFolder | string;
  /** What sentences call it. */
  readonly title: string;
  readonly known?: KnownSource | undefined;
  close(): Promise<void>;
}

/** Opens a file that is named; nothing is fetched yet. A known name goes before a file that is called the same. */
export async function openTarget(what: string, signal: AbortSignal): Promise<Result<Target>> {
  const known = knownSource(what) ?? knownSources.find(({ url }) => url === what);
  if (known || /^https?:\/\//i.test(what)) return success(webTarget(known?.url ?? what, known));
  const path = resolve(what);
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory()) return success(folderTarget(path));
  if (basename(path) === modelFile && found) return success(folderTarget(dirname(path)));
  if (!found && !refuseName(what) && !weightsFile.test(what)) return failure(unknown(what));
  const source = await diskSource(path, signal);
  if (!source.ok) return source;
  const { value } = source;
  return success({ name: nameFor(path), given: value, title: showPath(path), close: value.close });
}

const webTarget = (url: string, known?: KnownSource): Target => ({
  name: known?.name ?? (URL.canParse(url) ? nameFor(new URL(url).pathname) : undefined),
  given: url,
  title: url,
  known,
  close: async () => {},
});

const folderTarget = (path: string): Target => ({
  name: nameFor(path),
  given: { name: basename(path), read: folderReader(path) },
  title: showPath(path),
  close: async () => {},
});

function unknown(what: string): Message {
  const names = knownSources.map(({ name }) => name);
  const meant = closest(what, names);
  return message('models.unknown', {
    what,
    hint: meant === undefined ? '' : message('did-you-mean', { name: meant }),
    names: names.map(name => `\`${name}\``),
  });
}
