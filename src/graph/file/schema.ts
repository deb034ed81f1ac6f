/**
 * The file's form, schema 1. What a person writes by hand may be short: positions, versions, parameters,
 * ids of wires and the title can be left out, and so can frames and notes, which nothing is computed from. Fields that are not named here are kept (rule D1).
 *
 * @example
 * { "format": "gramarye", "schema": 1,
 *   "nodes": {
 *     "content": { "kind": "image", "params": { "source": "sample:lake" } },
 *     "taps": { "kind": "layer-taps" } },
 *   "edges": [ { "from": "content.image", "to": "taps.image", "via": [{ "x": 90, "y": 40 }] } ],
 *   "frames": {
 *     "style": { "title": "Style", "colour": "teal",
 *       "position": { "x": 0, "y": 0 }, "size": { "width": 400, "height": 200 } } },
 *   "notes": {
 *     "why": { "text": ["Shallow layers", "keep the *brush*."],
 *       "position": { "x": 0, "y": 220 }, "size": { "width": 240, "height": 80 } } } }
 */
import { z } from 'zod';
import { type Message, message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';
import { frameSchema, noteSchema, positionSchema, viaSchema } from '../annotations.ts';
import type { ParameterValue } from '../document.ts';
import { isEdgeId, parseSource, parseTarget } from '../ends.ts';
import { type Expectation, expectationOf, expected } from '../expected.ts';
import { showValue } from '../parameter-value.ts';
import { isObject, type JsonObject } from './json.ts';

/** `readJson` has made sure that there is nothing but JSON. */
const anyJson = z.custom<ParameterValue>(() => true);

const node = z.looseObject(
  {
    kind: z.string(expected('expect-text')),
    version: z.int(expected('expect-version')).min(1, expected('expect-version')).default(1),
    title: z.string(expected('expect-text')).optional(),
    flow: z.enum(['muted', 'bypassed'], expected('expect-flow')).exactOptional(),
    position: positionSchema.default({ x: 0, y: 0 }),
    params: z.record(z.string(), anyJson, expected('expect-object')).default({}),
  },
  expected('expect-object'),
);

const end = <T>(parse: (text: string) => T | undefined, id: Expectation) =>
  z.string(expected(id)).transform((text, context) => {
    const parsed = parse(text);
    if (parsed !== undefined) return parsed;
    context.addIssue({ code: 'custom', message: id });
    return z.NEVER;
  });

const edge = z.looseObject(
  {
    id: z.string(expected('expect-edge-id')).refine(isEdgeId, expected('expect-edge-id')).optional(),
    from: end(parseSource, 'expect-source'),
    to: end(parseTarget, 'expect-target'),
    via: viaSchema.exactOptional(),
  },
  expected('expect-object'),
);

/** Written a line on a line, so that one changed line is one changed line of the file. */
const note = z.preprocess(
  (value: ParameterValue) =>
    isObject(value) && isLines(value.text) ? { ...value, text: value.text.join('\n') } : value,
  noteSchema,
);

const isLines = (text: ParameterValue | undefined): text is readonly string[] =>
  Array.isArray(text) && text.every(line => typeof line === 'string');

const fileSchema = z.looseObject({
  format: z.literal('gramarye'),
  schema: z.int(),
  title: z.string(expected('expect-text')).default(''),
  nodes: z.record(z.string(), node, expected('expect-object')),
  edges: z.array(edge, expected('expect-list')).default([]),
  frames: z.record(z.string(), frameSchema, expected('expect-object')).exactOptional(),
  notes: z.record(z.string(), note, expected('expect-object')).exactOptional(),
});

export type GraphFile = z.infer<typeof fileSchema>;
export type FileEdge = GraphFile['edges'][number];

const mostFaultsTold = 20;

/** The file's fields as they should be, or what stands wrong where. */
export function checkFile(file: JsonObject): Result<GraphFile, readonly Message[]> {
  const checked = fileSchema.safeParse(file);
  if (checked.success) return success(checked.data);
  return failure(checked.error.issues.slice(0, mostFaultsTold).map(issue => faultAt(file, issue)));
}

function faultAt(file: JsonObject, issue: z.core.$ZodIssue): Message {
  const value = issue.path.reduce<unknown>(
    (at, name) => (typeof at === 'object' && at !== null ? Reflect.get(at, name) : undefined),
    file,
  );
  const path = issue.path.map(String).join('.');
  const wanted = expectationOf(issue.message);
  return value === undefined
    ? message('file-field-missing', { path, expected: wanted })
    : message('file-field-refused', { path, expected: wanted, value: showValue(value) });
}
