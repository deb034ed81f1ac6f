/**
 * JSON from outside: bounded before it is parsed, with its faults told by line and column, and without the
 * keys that reach into JavaScript's own objects.
 */
import { type ParseError, parse as parseTolerantly, visit } from 'jsonc-parser';
import { type Message, type MessageId, message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';
import type { ParameterValue } from '../document.ts';
import { isReserved } from '../name.ts';
import type { Limits } from './limits.ts';

export type Json = ParameterValue;
export type JsonObject = { readonly [name: string]: Json };

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export interface ReadJson {
  readonly value: Json;
  /** Names that an object has twice: JSON takes the last one, without a word. */
  readonly repairs: readonly Message[];
}

export function readJson(text: string, limits: Limits): Result<ReadJson> {
  if (text.length > limits.characters) {
    return failure(message('file-too-large', { size: text.length, limit: limits.characters }));
  }
  const withoutMark = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (withoutMark.trim() === '') return failure(message('file-empty'));
  // Measured on the text, so that no parser has to climb down what is refused anyway.
  if (depthOf(withoutMark) > limits.depth) {
    return failure(message('file-too-deep', { limit: limits.depth }));
  }

  let value: Json;
  try {
    value = JSON.parse(withoutMark);
  } catch {
    return failure(syntaxFault(withoutMark));
  }
  const refusal = refuseContents(value, limits);
  return refusal ? failure(refusal) : success({ value, repairs: repeatedNames(withoutMark) });
}

/** How deep brackets nest, whether or not they match. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (inString) {
      if (char === '\\') i++;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === '{' || char === '[') deepest = Math.max(deepest, ++depth);
    else if (char === '}' || char === ']') depth--;
  }
  return deepest;
}

/** By jsonc-parser's numbers, whose names exist for its compiler only. */
const faults: Readonly<Record<number, MessageId>> = {
  1: 'json-symbol',
  2: 'json-number-broken',
  3: 'json-name-expected',
  4: 'json-value-expected',
  5: 'json-colon-expected',
  6: 'json-comma-expected',
  7: 'json-brace-expected',
  8: 'json-bracket-expected',
  9: 'json-end-expected',
  10: 'json-comment',
  11: 'json-comment',
  12: 'json-text-broken',
  13: 'json-number-broken',
  14: 'json-text-broken',
  15: 'json-text-broken',
  16: 'json-text-broken',
};

/** Engines differ in whether and how they say where JSON is broken; this parser always says it. */
function syntaxFault(text: string): Message {
  const errors: ParseError[] = [];
  parseTolerantly(text, errors, { disallowComments: true, allowTrailingComma: false });
  const { error, offset } = errors[0] ?? { error: 1, offset: 0 };
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return message('file-not-json', {
    what: message(faults[error] ?? 'json-symbol'),
    line: String(before.length),
    column: String((before.at(-1)?.length ?? 0) + 1),
  });
}

function refuseContents(value: Json, limits: Limits, path = ''): Message | undefined {
  if (typeof value === 'string' && value.length > limits.textLength) {
    return message('file-text-too-long', { path, size: value.length, limit: limits.textLength });
  }
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, item] of Object.entries(value)) {
    if (isReserved(key)) return message('file-forbidden-key', { key });
    const refusal = refuseContents(item, limits, path === '' ? key : `${path}.${key}`);
    if (refusal) return refusal;
  }
  return undefined;
}

function repeatedNames(text: string): Message[] {
  const repairs: Message[] = [];
  const open: Set<string>[] = [];
  visit(text, {
    onObjectBegin: () => {
      open.push(new Set());
    },
    onObjectEnd: () => {
      open.pop();
    },
    onObjectProperty: (name, _offset, _length, line) => {
      const names = open.at(-1);
      if (names?.has(name)) repairs.push(message('repair-field-twice', { name, line: String(line + 1) }));
      names?.add(name);
    },
  });
  return repairs;
}
