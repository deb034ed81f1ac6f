/**
 * How a graph travels with something about it, in a picture or in a link: a line of JSON, and behind it the
 * text of the graph file exactly as it would be saved. So the graph is read by the one parser (rule D3), and
 * whoever cuts off the first line holds a graph file.
 */
import type { z } from 'zod';
import { type Message, message } from '../../language/message.ts';
import { failure, success } from '../../language/result.ts';
import { isObject, readJson } from '../file/json.ts';
import { defaultLimits } from '../file/limits.ts';
import { type Opened, parseDocument } from '../file/parse.ts';
import type { Checked } from '../problem.ts';

/** Of the first line, which may hold small pictures. */
const headLimits = { ...defaultLimits, characters: 4_000_000, depth: 8, textLength: 600_000 };

/** Bytes, once inflated: the graph file and the line before it. */
export const largestParcel = defaultLimits.characters + headLimits.characters;

/** `head` must not have fields that are undefined. */
export const writeParcel = (head: object, graph: string): string => `${JSON.stringify(head)}\n${graph}`;

export interface ReadParcel<Head> extends Opened {
  readonly head: Head;
}

/** @param version The newest form of the head that `schema` reads; the head says its own as `version`. */
export function readParcel<Head>(
  text: string,
  schema: z.ZodType<Head>,
  version: number,
): Checked<ReadParcel<Head>> {
  const end = text.indexOf('\n');
  if (end < 0) return refused(message('share.damaged'));
  const json = readJson(text.slice(0, end), headLimits);
  if (!json.ok) return refused(message('share.damaged'));
  const { value, repairs } = json.value;
  if (isObject(value) && typeof value.version === 'number' && value.version > version) {
    return refused(message('share.newer'));
  }
  const head = schema.safeParse(value);
  if (!head.success) {
    const field = head.error.issues[0]?.path.map(String).join('.').slice(0, 200) ?? '';
    return refused(message('share.field-refused', { field }));
  }
  const opened = parseDocument(text.slice(end + 1));
  if (!opened.ok) return opened;
  return success({ ...opened.value, head: head.data, repairs: [...repairs, ...opened.value.repairs] });
}

/** A refusal of the whole, as the parser of files gives it. */
export const refused = (reason: Message): Checked<never> => failure([{ severity: 'error', reason }]);
