/** All encoders that there are or could be, as plain data: what `gramarye models list` shows and prints as JSON. */
import type { FolderReader } from '../../../models/import/folder.ts';
import { type Agreement, type KnownSource, knownSources } from '../../../models/known-sources.ts';
import { openEncoder } from '../../../models/sources/open-encoder.ts';
import type { EncoderStore, KeptEncoder } from '../../../models/store/encoder-store.ts';
import type { EncoderLayer } from '../../../src/graph/wire.ts';
import type { Message } from '../../language/message.ts';
import { type Result, success } from '../../language/result.ts';
import type { Text } from '../../language/text.ts';

export interface ListedEncoder {
  readonly name: string;
  /** `shipped` with Gramarye, made from a seed (`random`), `kept`, or `known` and not fetched. */
  readonly state: 'shipped' | 'random' | 'kept' | 'known';
  /** What an Encoder node takes for it. One that is only known has to be added first. */
  readonly reference?: string;
  readonly title?: string | Text;
  /** As it lies on the disk; of one that is only known, about as many as would be fetched. */
  readonly bytes?: number;
  /** Of the file that it came from, or, where not all of that was read, of the weights as they are kept; of the shipped one, its own. */
  readonly sha256?: string;
  /** Where the publisher gives no better. */
  readonly md5?: string;
  readonly licence?: string;
  /** In words. */
  readonly preprocessing?: string;
  readonly agreement?: Agreement;
  readonly layers?: readonly EncoderLayer[];
  /** A URL or the name of a file, and when it was added. */
  readonly source?: string;
  readonly added?: string;
  /** Why it can't be used. */
  readonly problem?: Message;
}

/**
 * Shipped, random, kept and known encoders, in this order. Of kept ones only what is noted is read: `verify`
 * of the store reads their weights.
 *
 * @param lite The folder of the encoder that ships with Gramarye.
 */
export async function listEncoders(
  store: EncoderStore,
  lite: FolderReader,
): Promise<Result<readonly ListedEncoder[]>> {
  const kept = await store.list();
  if (!kept.ok) return kept;
  const names = new Set(kept.value.map(({ name }) => name));
  return success([
    await shippedEncoder(lite),
    { name: 'random', state: 'random', reference: 'random:7' },
    ...kept.value.map(keptEncoder),
    ...knownSources.filter(({ name }) => !names.has(name)).map(knownEncoder),
  ]);
}

async function shippedEncoder(read: FolderReader): Promise<ListedEncoder> {
  let bytes = 0;
  const lite: FolderReader = async (path, atMost) => {
    const file = await read(path, atMost);
    if (file.ok) bytes += file.value.byteLength;
    return file;
  };
  const opened = await openEncoder('lite', { lite });
  const listed = { name: 'lite', state: 'shipped', reference: 'lite' } as const;
  if (!opened.ok) return { ...listed, problem: opened.reason };
  const { title, hash, layers, preprocessing } = opened.value.facts;
  // As its card says.
  const licence = 'MIT';
  return { ...listed, title, bytes, sha256: hash, licence, layers, preprocessing: preprocessing.title };
}

function keptEncoder({ name, record }: KeptEncoder): ListedEncoder {
  const listed = { name, state: 'kept', reference: `model:${name}` } as const;
  if (!record.ok) return { ...listed, problem: record.reason };
  const { title, weights, fileSha256, licence, preprocessing, agreement, layers, source, added } =
    record.value;
  return {
    ...listed,
    title,
    bytes: weights.bytes,
    sha256: fileSha256 ?? weights.sha256,
    ...(licence !== undefined && { licence }),
    preprocessing: preprocessing.title,
    agreement,
    layers,
    source,
    added,
  };
}

const knownEncoder = ({
  name,
  title,
  download,
  sha256,
  md5,
  licence,
  preprocessing,
  url,
}: KnownSource): ListedEncoder => ({
  name,
  state: 'known',
  title,
  bytes: download,
  ...(sha256 !== undefined && { sha256 }),
  ...(md5 !== undefined && { md5 }),
  licence,
  preprocessing: preprocessing.applied.title,
  source: url,
});
