/**
 * Encoders that are kept, each under a name of its own: on the command line in a folder of the disk, in a page
 * in its own storage. An encoder is two files, its weights and a record of what they are. The weights are
 * written first and under a name that their content gives, the record last: until that moment the encoder that
 * had the name before is what there is, and whatever breaks off, nothing is half there.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { closest } from '../../src/graph/closest.ts';
import { type Message, message } from '../../src/language/message.ts';
import { failure, type Result, success } from '../../src/language/result.ts';
import type { EncoderPack } from '../encoder-pack.ts';
import { checkJson, parseJson } from '../import/json.ts';
import { shown } from '../import/shown.ts';
import { knownSource, knownSources } from '../known-sources.ts';
import { refuseName } from './encoder-name.ts';
import { type FileStorage, isNotStored } from './file-storage.ts';
import { type EncoderRecord, recordSchema } from './record.ts';
import { packFromStored, readingFrom, storedForm } from './stored-weights.ts';

/** What is noted about an encoder that its weights don't say themselves. */
export type Provenance = Pick<
  EncoderRecord,
  'title' | 'layout' | 'source' | 'fileSha256' | 'agreement' | 'licence'
>;

export interface KeptEncoder {
  readonly name: string;
  /** Fails where it can't be read. */
  readonly record: Result<EncoderRecord>;
}

const folder = 'encoders';
const pathOf = (name: string): string => `${folder}/${name}.json`;
const weightsPath = ({ weights }: EncoderRecord): string => `${folder}/${weights.file}`;

/** Whoever puts an encoder has written its record this long after its weights, or never will. */
const leftOver = 60 * 60 * 1000;

export class EncoderStore {
  readonly #files: FileStorage;
  readonly #now: () => number;

  constructor(files: FileStorage, now: () => number = Date.now) {
    this.#files = files;
    this.#now = now;
  }

  /** All that is kept, by name. */
  async list(): Promise<Result<readonly KeptEncoder[]>> {
    const names = await this.#names();
    if (!names.ok) return names;
    const kept: KeptEncoder[] = [];
    for (const name of names.value) kept.push({ name, record: await this.record(name) });
    return success(kept);
  }

  /** What is noted about `name`; {@link isNotKept} tells one that isn't there from one that can't be read. */
  async record(name: string): Promise<Result<EncoderRecord>> {
    const refused = refuseName(name);
    if (refused) return failure(refused);
    const file = await this.#files.read(pathOf(name));
    if (!file.ok) return isNotStored(file.reason) ? failure(await this.#notKept(name)) : file;
    const json = parseJson(file.value, `${name}.json`);
    const record = json.ok ? checkJson(recordSchema, json.value, `${name}.json`) : json;
    if (record.ok) return record;
    return failure(damaged(name, message('store.record-unreadable', { why: record.reason })));
  }

  /**
   * The encoder, read whole and checked against its record: a damaged one is refused. Where the files can be read
   * without waiting, its weights stay in them.
   */
  async open(name: string): Promise<Result<EncoderPack>> {
    const record = await this.record(name);
    return record.ok ? this.#openWeights(name, record.value) : record;
  }

  /** Reads all of `name` again. */
  async verify(name: string): Promise<Result<EncoderRecord>> {
    const record = await this.record(name);
    if (!record.ok) return record;
    const opened = await this.#openWeights(name, record.value);
    return opened.ok ? record : opened;
  }

  /** Keeps `pack` as `name`, in place of what had the name; where that fails, what had it is still there. */
  async put(name: string, pack: EncoderPack, provenance: Provenance): Promise<Result<EncoderRecord>> {
    const refused = refuseName(name);
    if (refused) return failure(refused);
    const form = storedForm(pack);
    if (!form.ok) return form;
    const before = await this.record(name);
    const hash = sha256.create();
    let bytes = 0;
    for (const chunk of form.value) {
      hash.update(chunk);
      bytes += chunk.length;
    }
    const digest = bytesToHex(hash.digest());
    const { layers, preprocessing, hash: encoder } = pack.facts;
    const record: EncoderRecord = {
      schema: 1,
      name,
      ...provenance,
      added: new Date(this.#now()).toISOString(),
      hash: encoder,
      layers,
      preprocessing,
      weights: { file: `${name}-${digest.slice(0, 12)}.safetensors`, bytes, sha256: digest },
    };
    const replaced = before.ok ? before.value.weights.file : undefined;
    const published = await this.#publish(record, form.value, replaced);
    if (!published.ok) return failure(message('store.not-put', { name, why: published.reason }));
    if (replaced !== undefined && replaced !== record.weights.file) {
      await this.#files.delete(`${folder}/${replaced}`);
    }
    await this.#sweep();
    return success(record);
  }

  /** Forgets `name`. The record goes first: weights without one are nobody's. */
  async remove(name: string): Promise<Result<undefined>> {
    const refused = refuseName(name);
    if (refused) return failure(refused);
    const names = await this.#names();
    if (!names.ok) return names;
    if (!names.value.includes(name)) return failure(await this.#notKept(name));
    const record = await this.record(name);
    const removed = await this.#files.delete(pathOf(name));
    if (!removed.ok) return removed;
    return record.ok ? this.#files.delete(weightsPath(record.value)) : success(undefined);
  }

  /** `replaced` is the file that the name's weights are in now, which may be the same. */
  async #publish(
    record: EncoderRecord,
    weights: Iterable<Uint8Array>,
    replaced: string | undefined,
  ): Promise<Result<undefined>> {
    const written = await this.#files.write(weightsPath(record), weights);
    if (!written.ok) return written;
    const text = new TextEncoder().encode(`${JSON.stringify(record, null, 2)}\n`);
    const published = await this.#files.write(pathOf(record.name), [text]);
    if (!published.ok && record.weights.file !== replaced) await this.#files.delete(weightsPath(record));
    return published;
  }

  async #openWeights(name: string, record: EncoderRecord): Promise<Result<EncoderPack>> {
    const { bytes, sha256: expected, file } = record.weights;
    const files = await this.#files.list(folder);
    if (!files.ok) return files;
    const found = files.value.find(stored => stored.name === file);
    if (!found) return failure(damaged(name, message('store.weights-gone'), record));
    if (found.bytes !== bytes) {
      const why = message('store.bytes-differ', { found: String(found.bytes), bytes: String(bytes) });
      return failure(damaged(name, why, record));
    }
    const weights = await this.#files.read(weightsPath(record));
    if (!weights.ok) return weights;
    const digest = bytesToHex(sha256(weights.value));
    if (digest !== expected) {
      const why = message('store.sha-differs', { found: digest.slice(0, 12), sha256: expected.slice(0, 12) });
      return failure(damaged(name, why, record));
    }
    const pack = await packFromStored(weights.value, record);
    if (!pack.ok) return failure(damaged(name, pack.reason, record));
    if (pack.value.facts.hash !== record.hash) {
      return failure(damaged(name, message('store.hash-differs'), record));
    }
    const opened = await this.#files.open?.(weightsPath(record));
    if (!opened?.ok || !opened.value) return pack;
    return readingFrom(opened.value, pack.value, weights.value);
  }

  async #names(): Promise<Result<readonly string[]>> {
    const files = await this.#files.list(folder);
    if (!files.ok) return files;
    const names = files.value.flatMap(({ name }) => (name.endsWith('.json') ? [name.slice(0, -5)] : []));
    return success(names.filter(name => !refuseName(name)).sort());
  }

  async #notKept(name: string): Promise<Message> {
    const names = await this.#names();
    const kept = names.ok ? names.value : [];
    const meant = closest(name, [...kept, ...knownSources.map(source => source.name)]);
    return message('store.not-kept', {
      name,
      hint: meant === undefined || meant === name ? '' : message('did-you-mean', { name: meant }),
      what: knownSource(name) ? name : `FILE --name ${name}`,
    });
  }

  /** Weights whose record was never written, because somebody pulled the plug. */
  async #sweep(): Promise<void> {
    const [files, kept] = [await this.#files.list(folder), await this.list()];
    if (!files.ok || !kept.ok) return;
    const named = new Set<string>();
    for (const { record } of kept.value) {
      // A record that can't be read may name any of them.
      if (!record.ok) return;
      named.add(record.value.weights.file);
    }
    for (const { name, changed } of files.value) {
      const isOrphan = name.endsWith('.safetensors') && !named.has(name);
      if (isOrphan && this.#now() - changed > leftOver) await this.#files.delete(`${folder}/${name}`);
    }
  }
}

export const isNotKept = (reason: Message): boolean => reason.id === 'store.not-kept';

export const isDamaged = (reason: Message): boolean => reason.id === 'store.damaged';

/** `record` says where it can be had again, where it can be read. */
function damaged(name: string, why: Message, record?: EncoderRecord): Message {
  const source = record ? shown(record.source) : 'FILE';
  return message('store.damaged', {
    name,
    why,
    what: knownSource(name) ? name : `${source} --name ${name}`,
  });
}
