/**
 * The ends of a wire as text: `content.image` names an output, `taps.image` an input, and `total.losses/style`
 * the slot `style` of an input that takes many wires. Files, command lines, messages and keys all write them
 * this way; the pattern of names keeps the three parts apart.
 */
import type { EdgeId, GraphDocument, Source, Target } from './document.ts';
import { isName, isReserved } from './name.ts';
import { own } from './own.ts';

/** The key of what leaves an output: `content.image`. */
export const wireKey = ({ node, port }: Source): string => `${node}.${port}`;

/** The key of an input: `taps.image` or `total.losses/style`. Each takes one wire at most. */
export const targetKey = ({ node, port, slot }: Target): string =>
  slot === undefined ? `${node}.${port}` : `${node}.${port}/${slot}`;

export function parseSource(text: string): Source | undefined {
  const [node = '', port = '', ...more] = text.split('.');
  return more.length === 0 && isName(node) && isName(port) ? { node, port } : undefined;
}

export function parseTarget(text: string): Target | undefined {
  const [end = '', slot, ...more] = text.split('/');
  const source = parseSource(end);
  if (!source || more.length > 0) return undefined;
  if (slot === undefined) return source;
  return isName(slot) ? { ...source, slot } : undefined;
}

/** Whether both ends are made of names, so that their text can be read back. */
export const hasNamedEnds = (from: Source, to: Target): boolean =>
  isName(from.node) && isName(from.port) && isName(to.node) && isName(to.port) && isName(to.slot ?? 'slot');

const edgeIdPattern = /^[a-z][a-z0-9_./-]{0,255}$/i;
export const isEdgeId = (text: string): boolean => edgeIdPattern.test(text) && !isReserved(text);

/**
 * The id for a wire into `to`. It is the input's own key, since an input takes one wire; only where another
 * wire happens to bear that id is it counted on.
 */
export function edgeIdFor(document: GraphDocument, to: Target): EdgeId {
  const key = targetKey(to);
  const isTaken = (id: EdgeId) => {
    const edge = own(document.edges, id);
    return edge !== undefined && targetKey(edge.to) !== key;
  };
  let id = key;
  for (let n = 2; isTaken(id); n++) id = `${key}-${n}`;
  return id;
}
