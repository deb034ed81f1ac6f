/**
 * A part of a document that can be put into another one, or into the same again: what is selected, the wires
 * among it, and the wires between it and what stands around it. As text it is a graph file with one field more, so it
 * can be pasted into an editor of texts, opened as a graph, and is read by the one parser (rule D5).
 */
import { z } from 'zod';
import { type Message, message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';
import type { Edge, GraphDocument } from '../document.ts';
import { indexOf } from '../document-index.ts';
import { parseSource, parseTarget, targetKey, wireKey } from '../ends.ts';
import { parseDocument } from '../file/parse.ts';
import { serialiseDocument } from '../file/serialise.ts';
import { idsOf, type Thing } from './thing.ts';

export interface Fragment {
  readonly document: GraphDocument;
  /** Wires between nodes of the fragment and nodes outside. */
  readonly outer: readonly Edge[];
}

export function fragmentOf(document: GraphDocument, things: readonly Thing[]): Fragment {
  const nodes = idsOf(things, 'node');
  const { incoming, outgoing } = indexOf(document);
  const entering = [...nodes].flatMap(node => incoming.get(node) ?? []);
  const leaving = [...nodes].flatMap(node => outgoing.get(node) ?? []);
  const inner = entering.filter(({ edge }) => nodes.has(edge.from.node));
  const outer = [
    ...entering.filter(({ edge }) => !nodes.has(edge.from.node)),
    ...leaving.filter(({ edge }) => !nodes.has(edge.to.node)),
  ];
  const frames = pick(document.frames, idsOf(things, 'frame'));
  const notes = pick(document.notes, idsOf(things, 'note'));
  return {
    document: {
      title: '',
      nodes: pick(document.nodes, nodes) ?? {},
      edges: Object.fromEntries(inner.map(({ id, edge }) => [id, edge])),
      ...(frames && { frames }),
      ...(notes && { notes }),
    },
    outer: outer.map(({ edge }) => edge),
  };
}

function pick<T>(record: Readonly<Record<string, T>> = {}, ids: ReadonlySet<string>) {
  const picked = Object.entries(record).filter(([id]) => ids.has(id));
  return picked.length > 0 ? (Object.fromEntries(picked) as Readonly<Record<string, T>>) : undefined;
}

export function writeFragment({ document, outer }: Fragment): string {
  const listed = outer.map(({ from, to }) => ({ from: wireKey(from), to: targetKey(to) }));
  const withOuter = listed.length > 0 ? { ...document, outer: listed } : document;
  return serialiseDocument(withOuter);
}

export interface ReadFragment extends Fragment {
  readonly repairs: readonly Message[];
}

/** What a person copies at once, generously. */
const limits = { characters: 4_000_000, nodes: 2_000, edges: 8_000, frames: 200, notes: 200 };

const outerSchema = z
  .array(z.object({ from: z.string().max(200), to: z.string().max(300) }))
  .max(limits.edges);

/** Reads the text of a fragment, or of any graph file. Refused is whatever is not one, whole. */
export function readFragment(text: string): Result<ReadFragment> {
  const parsed = parseDocument(text, { limits });
  if (!parsed.ok) return failure(parsed.reason[0]?.reason ?? message('paste.empty'));
  const { repairs, document: opened } = parsed.value;
  const document: GraphDocument & { readonly outer?: unknown } = opened;
  const listed = outerSchema.safeParse(document.outer ?? []);
  if (!listed.success) return failure(message('paste.outer-refused'));
  const outer = listed.data.flatMap(wire => {
    const [from, to] = [parseSource(wire.from), parseTarget(wire.to)];
    return from && to ? [{ from, to }] : [];
  });
  if (outer.length < listed.data.length) return failure(message('paste.outer-refused'));
  return success({ document, outer, repairs });
}
