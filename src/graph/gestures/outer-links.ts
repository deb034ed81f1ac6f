/**
 * The wires that a copied part had to what stood around it, made again for the copy. What fed it feeds the copy
 * too; what the copy gives goes where the original's went, as far as there is room: into a port that takes many
 * wires, by a slot of its own and with the same weight, or into an input that nothing feeds.
 */
import { type Message, message } from '../../language/message.ts';
import { checkEnds } from '../connection.ts';
import type { Edge, GraphDocument, NodeId, ParameterValue, Target } from '../document.ts';
import { indexOf } from '../document-index.ts';
import type { Edit } from '../edit.ts';
import { targetKey, wireKey } from '../ends.ts';
import type { Registry } from '../kind.ts';
import { freeName } from '../name.ts';
import { own } from '../own.ts';

export interface OuterLinks {
  readonly edges: readonly Edge[];
  /** The weights of what got a slot of its own. */
  readonly weights: readonly Edit[];
  /** Why others could not be made, a sentence each. */
  readonly missed: readonly Message[];
}

/**
 * @param document with the copy in it, wired among itself.
 * @param outer the wires as they were around the original.
 * @param copies the copy of each node, by the original's id.
 */
export function outerLinks(
  document: GraphDocument,
  registry: Registry,
  outer: readonly Edge[],
  copies: ReadonlyMap<NodeId, NodeId>,
): OuterLinks {
  const made: Edge[] = [];
  const missed: Message[] = [];
  const weights = new Map<string, Edit>();
  const added = new Set(copies.values());
  const taken = new Set(indexOf(document).byTarget.keys());
  const leadsTo = reachability(document);

  // What enters the copy comes first: whether a wire that leaves it closes a circle depends on it.
  const isEntering = ({ to }: Edge) => copies.has(to.node);
  for (const edge of [...outer.filter(isEntering), ...outer.filter(one => !isEntering(one))]) {
    const from = { ...edge.from, node: copies.get(edge.from.node) ?? edge.from.node };
    const kept = { ...edge.to, node: copies.get(edge.to.node) ?? edge.to.node };
    const isLeaving = !isEntering(edge);
    // Whoever wrote the text may have listed any wire.
    if (isLeaving && !copies.has(edge.from.node)) continue;
    const around = (isLeaving ? edge.to : edge.from).node;
    if (!Object.hasOwn(document.nodes, around) || added.has(around)) {
      missed.push(message('paste.outer-gone', { node: around }));
      continue;
    }
    const slot = kept.slot === undefined ? undefined : freeSlot(kept, kept.slot, taken);
    const to: Target = slot === undefined ? kept : { ...kept, slot };
    const ends = checkEnds(document, registry, from, to);
    if (!ends.fit) missed.push(ends.reason);
    else if (taken.has(targetKey(to))) missed.push(message('paste.input-taken', { to: targetKey(to) }));
    else if (leadsTo.reaches(to.node, from.node)) missed.push(message('paste.circle', { to: targetKey(to) }));
    else {
      made.push({ from, to });
      taken.add(targetKey(to));
      leadsTo.add(from.node, to.node);
      if (isLeaving && slot !== undefined) keepWeight(document, registry, kept, slot, weights);
    }
  }
  return { edges: made, weights: [...weights.values()], missed };
}

const freeSlot = ({ node, port }: Target, wish: string, taken: ReadonlySet<string>): string =>
  freeName(wish.replace(/-\d+$/, ''), slot => taken.has(targetKey({ node, port, slot })));

/** What weighs the original's slot weighs the copy's, in each parameter that has a weight for every slot. */
function keepWeight(
  document: GraphDocument,
  registry: Registry,
  { node, slot: original }: Target,
  slot: string,
  weights: Map<string, Edit>,
): void {
  const there = own(document.nodes, node);
  for (const [param, { control }] of Object.entries(registry.get(there?.kind ?? '')?.params ?? {})) {
    if (control.type !== 'weights' || control.over !== 'slots') continue;
    const key = wireKey({ node, port: param });
    const before = weights.get(key);
    const value = before?.type === 'set-parameter' ? before.value : own(there?.params ?? {}, param);
    const weight = isRecord(value) ? own(value, original ?? '') : undefined;
    if (!isRecord(value) || weight === undefined) continue;
    weights.set(key, { type: 'set-parameter', node, param, value: { ...value, [slot]: weight } });
  }
}

const isRecord = (value: ParameterValue | undefined): value is { readonly [name: string]: ParameterValue } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Who is computed from whom, with wires that are yet to be made. */
function reachability(document: GraphDocument) {
  const { outgoing } = indexOf(document);
  const more = new Map<NodeId, NodeId[]>();
  return {
    add(from: NodeId, to: NodeId): void {
      const known = more.get(from);
      if (known) known.push(to);
      else more.set(from, [to]);
    },
    reaches(from: NodeId, to: NodeId): boolean {
      const seen = new Set([from]);
      for (const node of seen) {
        if (node === to) return true;
        for (const { edge } of outgoing.get(node) ?? []) seen.add(edge.to.node);
        for (const next of more.get(node) ?? []) seen.add(next);
      }
      return false;
    },
  };
}
