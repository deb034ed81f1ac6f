/**
 * The header of a safetensors file: which tensors there are, how their numbers are stored, and where they lie.
 * Nothing in it is believed before it was checked: a header that lies about one place would give wrong numbers
 * without a word (https://huggingface.co/docs/safetensors, "Format").
 */
import { visit } from 'jsonc-parser';
import { z } from 'zod';
import { message } from '../../../src/language/message.ts';
import { failure, type Result, success } from '../../../src/language/result.ts';
import type { ByteSource } from '../byte-source.ts';
import { checkJson } from '../json.ts';
import { shown } from '../shown.ts';
import { checkLayout } from './layout.ts';

export interface StoredTensor {
  readonly name: string;
  /** `F32`, `BF16`, … */
  readonly dtype: string;
  readonly shape: readonly number[];
  /** Of the file. */
  readonly start: number;
  readonly bytes: number;
}

export interface Header {
  /** As they lie in the file. */
  readonly tensors: readonly StoredTensor[];
  readonly metadata: ReadonlyMap<string, string>;
}

/** Before the header: its length. */
export const headLength = 8;

/**
 * The format allows 100 MB. VGG-19's header has 4 kB; a file whose header is hundreds of times as long is none
 * of ours, and its text would be parsed before anything else is known of it.
 */
export const longestHeader = 2 ** 20;

/** How long the header is that follows `head`; nothing where no safetensors file begins so. */
export function headerLength(head: Uint8Array): number | undefined {
  if (head.length < headLength) return undefined;
  const length = new DataView(head.buffer, head.byteOffset, headLength).getBigUint64(0, true);
  return length >= 2n && length <= BigInt(longestHeader) ? Number(length) : undefined;
}

/** Reads the header of `source`, of which `head` are the first {@link headLength} bytes. */
export async function readHeader(source: ByteSource, head: Uint8Array): Promise<Result<Header>> {
  const file = source.name;
  const length = headerLength(head);
  if (length === undefined) return failure(message('safetensors.header', { file }));
  const text = await source.read(headLength, length);
  if (!text.ok) return text;
  const size = await source.size();
  if (!size.ok) return size;
  return parseHeader(text.value, file, size.value);
}

const placeSchema = z
  .tuple([z.int().min(0), z.int().min(0)])
  .refine(([begin, end]) => begin <= end, 'the end comes first');

const tensorSchema = z.object({
  dtype: z.string().min(1).max(16).transform(shown),
  shape: z.array(z.int().min(0)).max(8),
  data_offsets: placeSchema,
});

const metadataSchema = z.record(z.string(), z.string());

/** Checks `text`, the header as it stands in `file`. `size` is the whole file's, where it is known. */
export function parseHeader(text: Uint8Array, file: string, size?: number): Result<Header> {
  const json = parseUnique(text, file);
  if (!json.ok) return json;
  const tensors: StoredTensor[] = [];
  let metadata: ReadonlyMap<string, string> = new Map();
  for (const [key, value] of Object.entries(json.value)) {
    const name = shown(key);
    if (key === '__metadata__') {
      const stated = checkJson(metadataSchema, value, file);
      if (!stated.ok) return stated;
      metadata = new Map(Object.entries(stated.value));
      continue;
    }
    const entry = tensorSchema.safeParse(value);
    if (!entry.success) return failure(message('safetensors.entry', { file, tensor: name }));
    const { dtype, shape, data_offsets } = entry.data;
    const [begin, end] = data_offsets;
    tensors.push({ name, dtype, shape, start: headLength + text.length + begin, bytes: end - begin });
  }
  tensors.sort((a, b) => a.start - b.start || a.bytes - b.bytes);
  const refused = checkLayout(tensors, headLength + text.length, file, size);
  return refused ? failure(refused) : success({ tensors, metadata });
}

/** JSON takes the last of two equal names without a word; here that could be another tensor's place. */
function parseUnique(bytes: Uint8Array, file: string): Result<object> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    if (!text.startsWith('{') || typeof value !== 'object' || value === null) throw new SyntaxError();
    const twice = nameTwice(text);
    return twice === undefined
      ? success(value)
      : failure(message('encoder.twice', { file, tensor: shown(twice) }));
  } catch {
    // A text that is nested too deeply to be looked through ends here too.
    return failure(message('safetensors.header', { file }));
  }
}

function nameTwice(text: string): string | undefined {
  let twice: string | undefined;
  const open: Set<string>[] = [];
  visit(text, {
    onObjectBegin: () => void open.push(new Set()),
    onObjectEnd: () => void open.pop(),
    onObjectProperty: name => {
      if (open.at(-1)?.has(name)) twice ??= name;
      open.at(-1)?.add(name);
    },
  });
  return twice;
}
