/**
 * The text of a `*.gramarye.json`: the same document gives the same text, whatever the order in which it
 * was made, and one change changes one line. Nodes are sorted by id, wires by the input they enter; what a
 * node is comes first, its parameters one a line, a wire on a line of its own; frames and notes come last.
 */
import type { Edge, EdgeId, Frame, GraphDocument, GraphNode, Note } from '../document.ts';
import { targetKey, wireKey } from '../ends.ts';
import { currentSchema } from './migrations/index.ts';

/** Writes `document` so that `parseDocument` reads the same document back, unknown fields included. */
export function serialiseDocument(document: GraphDocument): string {
  const { title, nodes, edges, frames, notes, ...unknown } = document;
  const fields = [
    field('format', '"gramarye"'),
    field('schema', String(currentSchema)),
    field('title', compact(title)),
    ...unknownFields(unknown),
    named('nodes', nodes, nodeText),
    field('edges', block('[', edgeLines(edges), ']')),
    ...(frames ? [named('frames', frames, frameText)] : []),
    ...(notes ? [named('notes', notes, noteText)] : []),
  ];
  return `${block('{', fields, '}')}\n`;
}

const named = <T>(name: string, things: Readonly<Record<string, T>>, text: (thing: T) => string): string =>
  field(
    name,
    block(
      '{',
      sorted(things).map(([id, thing]) => field(id, text(thing))),
      '}',
    ),
  );

function nodeText({ kind, version, title, flow, position, params, ...unknown }: GraphNode): string {
  const values = sorted(params).map(([name, value]) => field(name, compact(value)));
  const fields = [
    field('kind', compact(kind)),
    field('version', compact(version)),
    ...(title === undefined ? [] : [field('title', compact(title))]),
    ...(flow === undefined ? [] : [field('flow', compact(flow))]),
    placeField('position', position, 'x', 'y'),
    ...unknownFields(unknown),
    field('params', block('{', values, '}')),
  ];
  return block('{', fields, '}');
}

function frameText({ title, colour, position, size, ...unknown }: Frame): string {
  const fields = [
    field('title', compact(title)),
    field('colour', compact(colour)),
    placeField('position', position, 'x', 'y'),
    placeField('size', size, 'width', 'height'),
  ];
  return block('{', [...fields, ...unknownFields(unknown)], '}');
}

function noteText({ text, colour, position, size, ...unknown }: Note): string {
  const lines = text.split('\n').map(compact);
  const fields = [
    field('text', lines.length === 1 ? compact(text) : block('[', lines, ']')),
    ...(colour === undefined ? [] : [field('colour', compact(colour))]),
    placeField('position', position, 'x', 'y'),
    placeField('size', size, 'width', 'height'),
  ];
  return block('{', [...fields, ...unknownFields(unknown)], '}');
}

/** The two that everybody looks for first, in the order in which they are said. */
function placeField<T extends object>(
  name: string,
  place: T,
  first: keyof T & string,
  second: keyof T & string,
) {
  const { [first]: a, [second]: b, ...more } = place;
  return field(name, inline([[first, a], [second, b], ...sorted(more)]));
}

function edgeLines(edges: GraphDocument['edges']): string[] {
  const byTarget = Object.entries(edges).map(([id, edge]) => [targetKey(edge.to), id, edge] as const);
  byTarget.sort(([keyA, idA], [keyB, idB]) => compare(keyA, keyB) || compare(idA, idB));
  return byTarget.map(([key, id, edge]) => edgeText(key, id, edge));
}

function edgeText(key: string, id: EdgeId, { from, to: _to, via, ...unknown }: Edge): string {
  // An id that a reader would give out anyway need not be written.
  const names: [string, unknown][] = id === key ? [] : [['id', id]];
  const points: [string, unknown][] = via === undefined ? [] : [['via', via]];
  return inline([['from', wireKey(from)], ['to', key], ...names, ...points, ...sorted(unknown)]);
}

const unknownFields = (unknown: object): string[] =>
  sorted(unknown).map(([name, value]) => field(name, compact(value)));

const field = (name: string, text: string): string => `${JSON.stringify(name)}: ${text}`;

/** Each item on a line of its own, two spaces further in. */
const block = (open: string, items: readonly string[], close: string): string =>
  items.length === 0
    ? `${open}${close}`
    : `${open}\n${items.map(item => `  ${item.replaceAll('\n', '\n  ')}`).join(',\n')}\n${close}`;

const inline = (fields: readonly (readonly [string, unknown])[]): string =>
  fields.length === 0 ? '{}' : `{ ${fields.map(([name, value]) => field(name, compact(value))).join(', ')} }`;

/** A value on one line, its names sorted. */
function compact(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return Array.isArray(value) ? `[${value.map(compact).join(', ')}]` : inline(sorted(value));
}

const sorted = <T>(record: Readonly<Record<string, T>> | object): [string, T][] =>
  Object.entries(record).sort(([a], [b]) => compare(a, b));

/** By code unit, which is the same in every language and on every machine. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
