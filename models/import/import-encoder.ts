/**
 * The one entrance for other people's weights: a file, a folder or a URL goes in, and either a whole encoder
 * comes out, checked, with what it is known by, or the sentence that says which file and layer is wrong. What
 * kind of file it is, its content tells.
 */
import { message } from '../../src/language/message.ts';
import { failure, type Result, success } from '../../src/language/result.ts';
import { architectureTitle } from '../architecture.ts';
import { type EncoderPack, packOf } from '../encoder-pack.ts';
import type { Preprocessing } from '../preprocessing.ts';
import { type ByteSource, cancellable, cancelled, isCancelled, readWhole } from './byte-source.ts';
import { detect, enoughToTell } from './detect.ts';
import { type FileHashes, hashesOf, hashesOfSource } from './file-hash.ts';
import type { FolderReader } from './folder.ts';
import { checkNumbers, type FoundWeights, type Layout } from './found.ts';
import { parseAddress } from './http/address.ts';
import { httpFolder } from './http-folder.ts';
import { readHdf5Encoder } from './keras-hdf5/read-encoder.ts';
import type { PieceStore } from './piece-store.ts';
import { type OnProgress, Progress } from './progress.ts';
import { readSafetensorsEncoder } from './safetensors/read-encoder.ts';
import { shown } from './shown.ts';
import { readPreprocessing } from './stated-preprocessing.ts';
import { readTfjsWeights } from './tfjs-layers-model.ts';
import { modelFile } from './tfjs-manifest.ts';
import { mayPass, WebFiles } from './web-files.ts';
import { weightsHash } from './weights-hash.ts';

/** The folder of a `model.json`, and what titles and sentences call it. */
export interface GivenFolder {
  readonly name: string;
  readonly read: FolderReader;
}

export interface ImportOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: OnProgress | undefined;
  /** What becomes of a picture before the first layer, or what the file's layout implies. */
  readonly preprocessing?: Preprocessing | 'auto' | undefined;
  /** The deepest convolution that is wanted; what lies behind it is not read. */
  readonly deepest?: string | undefined;
  /** Where the pieces of a download are kept until all of it is here. */
  readonly pieces?: PieceStore | undefined;
  /** After so many milliseconds without a byte a server is given up. */
  readonly stallAfter?: number | undefined;
}

export interface ImportedEncoder {
  readonly pack: EncoderPack;
  readonly layout: Layout;
  /** SHA-256 of the weights as they are used, whatever file they came in. */
  readonly weights: string;
  /** Of the file, where all of it was read. */
  readonly file?: FileHashes | undefined;
  /** A URL, or the name of the file or folder. */
  readonly source: string;
}

/** Larger than VGG-19 with its dense layers, which a file that is read whole may have. */
const largestFile = 2 ** 30;

const deepestTap = 'conv5_1';

/** Imports what a person gave: a file, a folder, or a URL. Who opened the file closes it. */
export async function importEncoder(
  given: ByteSource | GivenFolder | string,
  options: ImportOptions = {},
): Promise<Result<ImportedEncoder>> {
  const name = nameOf(given);
  try {
    const imported = await importGiven(given, options);
    // Whatever fails because it was cancelled was cancelled.
    const stopped = !imported.ok && options.signal?.aborted && !isCancelled(imported.reason);
    return stopped ? failure(cancelled(shown(name))) : imported;
  } catch (error) {
    // A machine that has no room, or a source that breaks its word.
    const id = error instanceof RangeError ? 'import.no-memory' : 'encoder.file-unreadable';
    return failure(message(id, { file: shown(name) }));
  }
}

function nameOf(given: ByteSource | GivenFolder | string): string {
  if (typeof given !== 'string') return shown(given.name);
  const address = parseAddress(given);
  return address.ok ? address.value.file : shown(given);
}

/** `https://host/vgg19/model.json` → `vgg19`: every such file has the same name. */
function folderOf(url: string): string | undefined {
  const address = parseAddress(new URL('.', url).href);
  return address.ok && new URL(url).pathname.split('/').length > 2 ? address.value.file : undefined;
}

async function importGiven(
  given: ByteSource | GivenFolder | string,
  options: ImportOptions,
): Promise<Result<ImportedEncoder>> {
  if (typeof given !== 'string') {
    const { name } = given;
    if ('size' in given) return importFile(cancellable(given, options.signal), name, options);
    const progress = new Progress(options.onProgress);
    const counted: FolderReader = async (path, atMost) => {
      const file = await given.read(path, atMost);
      if (file.ok) progress.add(file.value.length);
      return file;
    };
    const found = await readFolder(counted, modelFile, options, progress);
    return found.ok ? finish(found.value, name, name, options) : found;
  }
  const { signal, stallAfter, pieces } = options;
  const files = new WebFiles({ signal, stallAfter }, pieces);
  const source = files.open(given);
  if (!source.ok) return source;
  try {
    const imported = await importFile(source.value, given, options, files);
    if (imported.ok || !mayPass(imported.reason)) await files.forget();
    return imported;
  } finally {
    await files.close();
  }
}

/** `files` opens what a file from the web names. */
async function importFile(
  source: ByteSource,
  from: string,
  options: ImportOptions,
  files?: WebFiles,
): Promise<Result<ImportedEncoder>> {
  const { name } = source;
  const head = await source.read(0, enoughToTell);
  if (!head.ok) return head;
  const kind = detect(head.value, name);
  if (!kind.ok) return kind;
  if (kind.value === 'json') {
    if (!files) return failure(message('import.needs-folder', { file: name }));
    const progress = new Progress(options.onProgress);
    const folder = httpFolder(from, files.open, progress.add);
    const found = await readFolder(folder, name, options, progress);
    return found.ok ? finish(found.value, folderOf(from) ?? name, from, options) : found;
  }
  const read = kind.value === 'hdf5' ? readWholeFile : readParts;
  const found = await read(source, head.value, options);
  return found.ok ? finish(found.value, name, from, options) : found;
}

type FoundInFile = FoundWeights & { readonly file?: FileHashes };

/** Of a safetensors file only what is wanted is read, unless it lies here. */
async function readParts(
  source: ByteSource,
  head: Uint8Array,
  { deepest = deepestTap, onProgress }: ImportOptions,
): Promise<Result<FoundInFile>> {
  const { expect, add } = new Progress(onProgress);
  const found = await readSafetensorsEncoder(source, head, { deepest, expect, onBytes: add });
  const size = await source.size();
  // What is larger holds much else, and nobody publishes a VGG in it.
  if (!found.ok || source.remote || !size.ok || (size.value ?? 0) > largestFile) return found;
  const file = await hashesOfSource(source, largestFile);
  return file.ok ? success({ ...found.value, file: file.value }) : file;
}

/** In an HDF5 file nobody knows beforehand where what lies. */
async function readWholeFile(
  source: ByteSource,
  _: Uint8Array,
  { deepest = deepestTap, onProgress }: ImportOptions,
): Promise<Result<FoundInFile>> {
  const size = await source.size();
  if (!size.ok) return size;
  const { expect, add } = new Progress(onProgress);
  if (size.value !== undefined) expect(size.value);
  const bytes = await readWhole(source, largestFile, add);
  if (!bytes.ok) return bytes;
  const file = hashesOf(bytes.value);
  const found = await readHdf5Encoder(bytes.value, source.name, { deepest });
  return found.ok ? success({ ...found.value, file }) : found;
}

/** `file` is what sentences call the `model.json`. */
async function readFolder(
  read: FolderReader,
  file: string,
  { deepest = deepestTap, signal }: ImportOptions,
  { expect }: Progress,
): Promise<Result<FoundWeights>> {
  const readUnlessCancelled: FolderReader = async (path, atMost) =>
    signal?.aborted ? failure(cancelled(file)) : read(path, atMost);
  const preprocessing = await readPreprocessing(readUnlessCancelled);
  if (!preprocessing.ok) return preprocessing;
  const found = await readTfjsWeights(readUnlessCancelled, { deepest, expect }, file);
  return found.ok ? success({ ...found.value, preprocessing: preprocessing.value }) : found;
}

/** Checks what every reader leaves to check, and puts the encoder together. */
async function finish(
  found: FoundInFile,
  name: string,
  source: string,
  { preprocessing: stated = 'auto', signal }: ImportOptions,
): Promise<Result<ImportedEncoder>> {
  if (signal?.aborted) return failure(cancelled(name));
  const { layout, layers, tensors, file } = found;
  const damaged = checkNumbers(tensors, name);
  if (damaged) return failure(damaged);
  const preprocessing = stated === 'auto' ? found.preprocessing : stated;
  if (!preprocessing) return failure(message('import.preprocessing-unknown', { file: name }));
  const title = `${architectureTitle(layers)} (${name})`;
  const pack = await packOf({ title, layers, tensors, preprocessing });
  const weights = await weightsHash(pack);
  return weights.ok ? success({ pack, layout, weights: weights.value, file, source }) : weights;
}
