/**
 * Copy, paste and duplicate. What is pasted gets names that are free, stands where it is wanted, and keeps
 * the wires among itself; those to what stood around it only on request (`outer-links.ts`).
 */
import { type Message, message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';
import { applyEdits } from '../apply.ts';
import type { Edge, GraphDocument, NodeId, Position } from '../document.ts';
import type { Edit } from '../edit.ts';
import { targetKey } from '../ends.ts';
import { defaultLimits } from '../file/limits.ts';
import type { Registry } from '../kind.ts';
import { freeName } from '../name.ts';
import { own } from '../own.ts';
import { type Fragment, fragmentOf, readFragment, writeFragment } from './fragment.ts';
import { outerLinks } from './outer-links.ts';
import type { Thing } from './thing.ts';

export interface Pasted {
  readonly edits: readonly Edit[];
  /** What is new, to be selected. */
  readonly things: readonly Thing[];
  /** What was not as it should be in the text, and what was done about it. */
  readonly repairs: readonly Message[];
  /** How many wires to what is around were made, and why others were not. */
  readonly links: { readonly made: number; readonly missed: readonly Message[] };
}

export interface PasteOptions {
  readonly keepOuterLinks?: boolean;
}

/** The text for the clipboard. */
export const copyFragment = (document: GraphDocument, things: readonly Thing[]): string =>
  writeFragment(fragmentOf(document, things));

/** Puts the fragment that `text` holds into `document`, its upper left corner at `position`. */
export function pasteFragment(
  document: GraphDocument,
  registry: Registry,
  text: string,
  position: Position,
  options: PasteOptions = {},
): Result<Pasted> {
  const fragment = readFragment(text);
  if (!fragment.ok) return fragment;
  const corner = cornerOf(fragment.value.document);
  if (!corner) return failure(message('paste.empty'));
  const by = { x: position.x - corner.x, y: position.y - corner.y };
  return insertFragment(document, registry, fragment.value, by, options, fragment.value.repairs);
}

/** The same again, a little aside. */
export function duplicateThings(
  document: GraphDocument,
  registry: Registry,
  things: readonly Thing[],
  { by = { x: 40, y: 40 }, ...options }: PasteOptions & { readonly by?: Position } = {},
): Result<Pasted> {
  const fragment = fragmentOf(document, things);
  if (!cornerOf(fragment.document)) return failure(message('gesture.nothing-selected'));
  return insertFragment(document, registry, fragment, by, options);
}

/** Left and top of all that stands somewhere. */
function cornerOf({ nodes, frames = {}, notes = {} }: GraphDocument): Position | undefined {
  const positions = [nodes, frames, notes].flatMap(record =>
    Object.values<{ readonly position: Position }>(record).map(({ position }) => position),
  );
  if (positions.length === 0) return undefined;
  return positions.reduce((a, b) => ({ x: Math.min(a.x, b.x), y: Math.min(a.y, b.y) }));
}

function insertFragment(
  document: GraphDocument,
  registry: Registry,
  { document: { nodes, edges, frames = {}, notes = {} }, outer }: Fragment,
  by: Position,
  { keepOuterLinks = false }: PasteOptions,
  repairs: readonly Message[] = [],
): Result<Pasted> {
  const size = Object.keys(document.nodes).length + Object.keys(nodes).length;
  const { nodes: limit } = defaultLimits;
  if (size > limit) return failure(message('file-too-many-nodes', { size, limit }));

  const names = freshNames(document.nodes, nodes);
  const frameNames = freshNames(document.frames ?? {}, frames);
  const noteNames = freshNames(document.notes ?? {}, notes);
  const moved = <T extends Position>(at: T): T => ({ ...at, x: at.x + by.x, y: at.y + by.y });
  const standing = <T extends { readonly position: Position }>(thing: T): T => ({
    ...thing,
    position: moved(thing.position),
  });
  const renamed = (node: NodeId): NodeId => names.get(node) ?? node;

  const added = [
    ...Object.entries(nodes).map(
      ([id, node]): Edit => ({ type: 'add-node', id: renamed(id), node: standing(node) }),
    ),
    ...Object.entries(frames).map(
      ([id, frame]): Edit => ({ type: 'add-frame', id: frameNames.get(id) ?? id, frame: standing(frame) }),
    ),
    ...Object.entries(notes).map(
      ([id, note]): Edit => ({ type: 'add-note', id: noteNames.get(id) ?? id, note: standing(note) }),
    ),
  ];
  const inner = Object.values(edges).map(
    (edge): Edge => ({
      ...edge,
      from: { ...edge.from, node: renamed(edge.from.node) },
      to: { ...edge.to, node: renamed(edge.to.node) },
      ...(edge.via && { via: edge.via.map(moved) }),
    }),
  );
  const copied = applyEdits(document, [...added, ...wires(document, inner)]);
  if (!copied.ok) return copied;
  const links = outerLinks(copied.value, registry, keepOuterLinks ? outer : [], names);
  const edits = [...added, ...wires(document, [...inner, ...links.edges]), ...links.weights];
  const applied = applyEdits(document, edits);
  if (!applied.ok) return applied;
  const things = (['node', 'frame', 'note'] as const).flatMap(type => {
    const ids = { node: names, frame: frameNames, note: noteNames }[type];
    return [...ids.values()].map((id): Thing => ({ type, id }));
  });
  return success({ edits, things, repairs, links: { made: links.edges.length, missed: links.missed } });
}

/** A free name for each key of `coming`: its own, or with the next number, `taps-3` after `taps-2`. */
function freshNames(taken: object, coming: object): ReadonlyMap<string, string> {
  const given = new Set<string>();
  const isTaken = (name: string) => given.has(name) || Object.hasOwn(taken, name);
  return new Map(
    Object.keys(coming).map(id => {
      const name = isTaken(id) ? freeName(id.replace(/-\d+$/, ''), isTaken) : id;
      given.add(name);
      return [id, name];
    }),
  );
}

/** Each under its input's own key, or, where another wire bears that, under one with a number. */
function wires(document: GraphDocument, edges: readonly Edge[]): Edit[] {
  const given = new Set<string>();
  return edges.map(edge => {
    const key = targetKey(edge.to);
    let id = key;
    for (let n = 2; given.has(id) || own(document.edges, id); n++) id = `${key}-${n}`;
    given.add(id);
    return { type: 'add-edge', id, edge };
  });
}
