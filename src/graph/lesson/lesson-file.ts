/** The text of a `*.gramarye-lesson.json`, written and read. Each graph is one that the parser of files takes. */
import type { z } from 'zod';
import { type Message, message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';
import type { GraphDocument } from '../document.ts';
import { isObject, type Json, readJson } from '../file/json.ts';
import { defaultLimits } from '../file/limits.ts';
import { parseDocument } from '../file/parse.ts';
import { serialiseDocument } from '../file/serialise.ts';
import { isName } from '../name.ts';
import { graphAt, type Lesson, lessonHeadSchema, mostLessonGraphs } from './lesson.ts';

const format = 'gramarye-lesson';
const schema = 1;
/** Characters. */
export const longestLesson = 8_000_000;
const limits = { ...defaultLimits, characters: longestLesson };

export function writeLesson({ graphs, ...head }: Lesson): string {
  const written = Object.entries(graphs).map(([name, graph]) => [name, JSON.parse(serialiseDocument(graph))]);
  return `${JSON.stringify({ format, schema, ...head, graphs: Object.fromEntries(written) }, undefined, 2)}\n`;
}

export interface ReadLesson {
  readonly lesson: Lesson;
  /** What was not as it should be in its graphs. */
  readonly repairs: readonly Message[];
}

/** Reads a lesson: refused whole, with the first reason, or taken (rule D5). */
export function readLesson(text: string): Result<ReadLesson> {
  const json = readJson(text, limits);
  if (!json.ok) return json;
  const { value } = json.value;
  if (!isObject(value) || value.format !== format) return failure(message('lesson.not-lesson'));
  if (typeof value.schema === 'number' && value.schema > schema) return failure(message('share.newer'));
  const { format: _format, schema: _schema, graphs: listed, ...rest } = value;
  const head = lessonHeadSchema.safeParse(rest);
  if (!head.success) return failure(fieldRefused(head.error));
  const graphs = readGraphs(listed);
  if (!graphs.ok) return graphs;
  const lesson: Lesson = { ...head.data, graphs: graphs.value.graphs };
  const missing = lesson.pages.findIndex((_, at) => {
    const name = graphAt(lesson, at);
    return name === undefined || !Object.hasOwn(lesson.graphs, name);
  });
  if (missing >= 0) return failure(message('lesson.no-graph', { page: String(missing + 1) }));
  return success({ lesson, repairs: [...json.value.repairs, ...graphs.value.repairs] });
}

function fieldRefused(error: z.ZodError): Message {
  const field = error.issues[0]?.path.map(String).join('.').slice(0, 200) ?? '';
  return message('share.field-refused', { field });
}

function readGraphs(listed: Json | undefined): Result<{
  readonly graphs: Readonly<Record<string, GraphDocument>>;
  readonly repairs: readonly Message[];
}> {
  const entries = isObject(listed) ? Object.entries(listed) : [];
  if (entries.length > mostLessonGraphs || entries.some(([name]) => !isName(name))) {
    return failure(message('share.field-refused', { field: 'graphs' }));
  }
  const graphs: Record<string, GraphDocument> = {};
  const repairs: Message[] = [];
  for (const [name, graph] of entries) {
    const opened = parseDocument(JSON.stringify(graph));
    if (!opened.ok) return failure(opened.reason[0]?.reason ?? message('share.damaged'));
    graphs[name] = opened.value.document;
    repairs.push(...opened.value.repairs);
  }
  return success({ graphs, repairs });
}
