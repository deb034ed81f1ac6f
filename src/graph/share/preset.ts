/**
 * A person's own presets: a graph, or a part of one, with a title and what to say about it. A collection of
 * them is one file, which reads well and differs little when little has changed.
 */
import { z } from 'zod';
import { type Message, message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';
import type { GraphDocument } from '../document.ts';
import { isObject, type Json, readJson } from '../file/json.ts';
import { defaultLimits } from '../file/limits.ts';
import { parseDocument } from '../file/parse.ts';
import { serialiseDocument } from '../file/serialise.ts';
import { copyFragment } from '../gestures/paste.ts';
import type { Thing } from '../gestures/thing.ts';
import type { Checked } from '../problem.ts';
import { includedImageSchema } from './included-image.ts';
import { refused } from './parcel.ts';

export interface PresetWords {
  readonly title: string;
  readonly summary: string;
  readonly tags: readonly string[];
}

export interface Preset extends PresetWords {
  /** `part`: to be put into a graph, by `pasteFragment`; `graph`: to be opened as one. */
  readonly of: 'graph' | 'part';
  /** The text of a graph file. */
  readonly graph: string;
  /** A data address of a small JPEG. */
  readonly thumbnail?: string;
}

export const presetOfDocument = (document: GraphDocument, words: PresetWords): Preset => ({
  ...words,
  of: 'graph',
  graph: serialiseDocument(document),
});

/** What is selected, its parameters, the wires among it, and where it hung in its graph. */
export function presetOfSelection(
  document: GraphDocument,
  things: readonly Thing[],
  words: PresetWords,
): Result<Preset> {
  if (things.length === 0) return failure(message('share.no-selection'));
  return success({ ...words, of: 'part', graph: copyFragment(document, things) });
}

const format = 'gramarye-presets';
const schema = 1;
export const mostPresets = 500;
const limits = { ...defaultLimits, characters: 64_000_000, textLength: 600_000 };

const presetSchema = z.object({
  title: z.string().min(1).max(200),
  summary: z.string().max(2_000).default(''),
  tags: z.array(z.string().max(50)).max(50).default([]),
  of: z.enum(['graph', 'part']).default('graph'),
  graph: z.custom<Json>(isGraph),
  thumbnail: z.string().exactOptional(),
});

function isGraph(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text of a `*.gramarye-presets.json`. */
export function writeCollection(presets: readonly Preset[]): string {
  const texts = presets.map(({ graph, ...words }) => {
    const fields = Object.entries(words).map(
      ([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`,
    );
    return `    {\n${indented([...fields, `"graph": ${graph.trimEnd()}`].join(',\n'), 6)}\n    }`;
  });
  const list = texts.length === 0 ? '[]' : `[\n${texts.join(',\n')}\n  ]`;
  return `{\n  "format": "${format}",\n  "schema": ${schema},\n  "presets": ${list}\n}\n`;
}

const indented = (text: string, by: number): string =>
  ' '.repeat(by) + text.replaceAll('\n', `\n${' '.repeat(by)}`);

export interface ReadCollection {
  readonly presets: readonly Preset[];
  /** What was not as it should be, and what was left out for it. */
  readonly repairs: readonly Message[];
}

/** Reads a collection: refused whole, or opened with a list of what was left out (rule D5). */
export function readCollection(text: string): Checked<ReadCollection> {
  const json = readJson(text, limits);
  if (!json.ok) return refused(json.reason);
  const { value } = json.value;
  if (!isObject(value) || value.format !== format || !Array.isArray(value.presets)) {
    return refused(message('share.not-collection'));
  }
  if (typeof value.schema === 'number' && value.schema > schema) return refused(message('share.newer'));
  const { length: size } = value.presets;
  if (size > mostPresets) return refused(message('share.too-many-presets', { size, limit: mostPresets }));
  const repairs: Message[] = [...json.value.repairs];
  const presets: Preset[] = [];
  for (const [at, item] of value.presets.entries()) {
    const title = titleOf(item);
    const read = readPreset(item);
    if (!read.ok) {
      repairs.push(message('share.preset-left-out', { number: String(at + 1), title, reason: read.reason }));
      continue;
    }
    const { thumbnail, ...rest } = read.value.preset;
    const isSmall = thumbnail !== undefined && includedImageSchema.safeParse(thumbnail).success;
    if (thumbnail !== undefined && !isSmall) {
      repairs.push(message('share.thumbnail-left-out', { number: String(at + 1), title }));
    }
    presets.push(isSmall ? { ...rest, thumbnail } : rest);
    repairs.push(...read.value.repairs);
  }
  return success({ presets, repairs });
}

const titleOf = (item: Json): string =>
  isObject(item) && typeof item.title === 'string' ? item.title.slice(0, 80) : '';

function readPreset(item: Json): Result<{ readonly preset: Preset; readonly repairs: readonly Message[] }> {
  const checked = presetSchema.safeParse(item);
  if (!checked.success) {
    const field = checked.error.issues[0]?.path.map(String).join('.') ?? '';
    return failure(message('share.preset-damaged', { field: field.slice(0, 80) }));
  }
  const { graph, ...words } = checked.data;
  const opened = parseDocument(JSON.stringify(graph));
  if (!opened.ok) return failure(opened.reason[0]?.reason ?? message('share.damaged'));
  // Written anew, so that whoever inserts it meets the repaired graph, not the one that came.
  const preset = { ...words, graph: serialiseDocument(opened.value.document) };
  return success({ preset, repairs: opened.value.repairs });
}
