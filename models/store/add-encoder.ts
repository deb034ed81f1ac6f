/**
 * From a file, a folder or a URL to an encoder that is kept: imported, compared with what is published, and put
 * in its place when all of it is here. The same on the command line and in a page.
 */
import { message } from '../../src/language/message.ts';
import { failure, type Result, success } from '../../src/language/result.ts';
import type { ByteSource } from '../import/byte-source.ts';
import {
  type GivenFolder,
  type ImportedEncoder,
  type ImportOptions,
  importEncoder,
} from '../import/import-encoder.ts';
import { type Comparison, compareWithKnown, type KnownSource, knownSources } from '../known-sources.ts';
import type { Preprocessing } from '../preprocessing.ts';
import { refuseName } from './encoder-name.ts';
import { type EncoderStore, isDamaged, isNotKept } from './encoder-store.ts';
import type { EncoderRecord } from './record.ts';

export interface AddRequest {
  /** What to keep it under. */
  readonly name: string;
  /** An opened file, which whoever opened it closes; a folder; or a URL. */
  readonly given: ByteSource | GivenFolder | string;
  /** Another encoder of that name gives way. */
  readonly replace?: boolean;
  /** Where neither the file nor its publisher says the right one. */
  readonly preprocessing?: Preprocessing | undefined;
}

export interface AddOptions extends Pick<ImportOptions, 'signal' | 'onProgress' | 'pieces' | 'stallAfter'> {
  /** Told when reading or fetching begins: something has to be done. */
  readonly onBegin?: () => void;
  /** The published files to compare with, for tests. */
  readonly known?: readonly KnownSource[];
}

export interface Added {
  readonly record: EncoderRecord;
  /** False where it was there already, and whole: nothing was done. */
  readonly isNew: boolean;
}

/** Refuses, and leaves everything as it was, or keeps the whole encoder. */
export async function addEncoder(
  store: EncoderStore,
  request: AddRequest,
  options: AddOptions = {},
): Promise<Result<Added>> {
  const { name, given, replace = false } = request;
  const refused = refuseName(name);
  if (refused) return failure(refused);
  const read = await store.record(name);
  if (!read.ok && !isNotKept(read.reason) && !isDamaged(read.reason)) return read;
  const before = read.ok && !replace ? read.value : undefined;
  // What a URL gives is known by the URL. To know a file, it has to be read.
  if (before && typeof given === 'string') {
    if (!isSameRequest(before, request)) return failure(nameInUse(before));
    const there = await store.verify(name);
    if (there.ok) return success({ record: there.value, isNew: false });
  }
  options.onBegin?.();
  const imported = await importComparing(request, options);
  if (!imported.ok) return imported;
  const { encoder, comparison } = imported.value;
  if (before && typeof given !== 'string') {
    if (before.hash !== encoder.pack.facts.hash) return failure(nameInUse(before));
    const there = await store.verify(name);
    if (there.ok) return success({ record: there.value, isNew: false });
  }
  const record = await store.put(name, encoder.pack, provenanceOf(encoder, comparison));
  return record.ok ? success({ record: record.value, isNew: true }) : record;
}

interface Compared {
  readonly encoder: ImportedEncoder;
  readonly comparison: Comparison;
}

async function importComparing(
  { given, preprocessing }: AddRequest,
  { known = knownSources, ...options }: AddOptions,
): Promise<Result<Compared>> {
  const url = typeof given === 'string' ? given : undefined;
  const claimed = known.find(source => source.url === url);
  const chosen = preprocessing ?? claimed?.preprocessing;
  const imported = await importEncoder(given, { ...options, preprocessing: chosen });
  if (!imported.ok) return imported;
  const comparison = compareWithKnown(imported.value.file ?? {}, url, known);
  return success({ encoder: imported.value, comparison });
}

function provenanceOf(
  { pack, layout, source, file }: ImportedEncoder,
  { agreement, source: known }: Comparison,
) {
  const published = agreement === 'differs' ? undefined : known;
  return {
    title: published?.title ?? pack.facts.title,
    layout,
    source,
    agreement,
    ...(file && { fileSha256: file.sha256 }),
    ...(published && { licence: published.licence }),
  };
}

const isSameRequest = (before: EncoderRecord, { given, preprocessing }: AddRequest): boolean =>
  before.source === given && (!preprocessing || isSame(before.preprocessing, preprocessing.applied));

type Applied = Preprocessing['applied'];

const isSame = (a: Pick<Applied, 'factors' | 'offsets'>, b: Pick<Applied, 'factors' | 'offsets'>): boolean =>
  [...a.factors, ...a.offsets].every((number, index) => number === [...b.factors, ...b.offsets][index]);

const nameInUse = ({ name, source }: EncoderRecord) => message('models.name-in-use', { name, source });
