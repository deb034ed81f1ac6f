/**
 * Who looks at what: the pictures that enter the taps of one encoder, in the graph that is open. Content, style and
 * the picture being painted are compared by one encoder's eyes, so a lens finds them together, from the encoder or from
 * any of its taps. Both are known by what their wires carry, not by their kind.
 */
import type { GraphDocument, NodeId, Source } from '../../graph/document.ts';
import { wireKey } from '../../graph/ends.ts';
import type { ImageShape, Wire, WireContents } from '../../graph/wire.ts';
import type { Plan } from '../compile/plan.ts';
import { reachable } from '../ir/reachable.ts';
import type { Value } from '../ir/value.ts';
import type { Understood } from '../session/understood.ts';

/** A picture that an encoder looks at. */
export interface Look {
  /** The node that taps it; the first of them, where there are several, or the one that was asked from. */
  readonly taps: NodeId;
  /** The layers that are tapped there. */
  readonly tapped: readonly string[];
  /** [height, width, 3]. */
  readonly image: Value;
  /** It is painted, or made of something that is. */
  readonly moves: boolean;
}

export interface EncoderLooks {
  readonly encoder: WireContents['encoder'];
  readonly looks: readonly Look[];
}

type Wires = Understood['examination']['wires'];

/** The looks of the encoder that `node` is or is fed by; undefined where there are none. */
export function looksFrom(
  node: NodeId,
  { examination: { document, wires } }: Understood,
  plan: Plan,
): EncoderLooks | undefined {
  const encoder = encoderAt(node, document, wires);
  if (!encoder) return undefined;
  const looks: Look[] = [];
  for (const { taps, image: from, tapped } of tapsOf(encoder, document, wires)) {
    const image = plan.wires.find(({ node, port }) => node === from.node && port === from.port)?.value;
    if (!image) continue;
    const known = looks.findIndex(look => look.image === image);
    const before = looks[known];
    if (before) {
      const together = [...new Set([...before.tapped, ...tapped])];
      looks[known] = { ...before, ...(taps === node && { taps }), tapped: together };
    } else {
      looks.push({ taps, tapped, image, moves: reachable([image]).some(changes) });
    }
  }
  return looks.length === 0 ? undefined : { encoder, looks };
}

/** What an optimiser changes, or has arrived at. */
export const changes = ({ op }: Value): boolean => op.name === 'carried' || op.name === 'outcome';

export const sizeOf = ({ shape: [height = 1, width = 1, channels = 3] }: Value): ImageShape => [
  height,
  width,
  channels,
];

/** What enters a node, and from where. */
const entering = ({ edges }: GraphDocument, wires: Wires, node: NodeId) =>
  Object.values(edges).flatMap(({ from, to }): { readonly from: Source; readonly wire: Wire }[] => {
    const wire = to.node === node ? wires[wireKey(from)] : undefined;
    return wire ? [{ from, wire }] : [];
  });

const isEncoder = (wire: Wire): wire is Extract<Wire, { readonly type: 'encoder' }> =>
  wire.type === 'encoder';

/** What an encoder says it is; its features bear the same name (see `WireContents`). */
function encoderAt(node: NodeId, document: GraphDocument, wires: Wires) {
  const leaving = Object.entries(wires).flatMap(([key, wire]) => (key.startsWith(`${node}.`) ? [wire] : []));
  return [...leaving, ...entering(document, wires, node).map(({ wire }) => wire)].find(isEncoder);
}

/** Every node that taps an encoder which sees like this one, with what it looks at. */
function tapsOf(
  { encoder, pooling, padding }: WireContents['encoder'],
  document: GraphDocument,
  wires: Wires,
) {
  const from = `${encoder.hash}/${pooling}/${padding}`;
  return Object.entries(wires).flatMap(([key, wire]) => {
    if (wire.type !== 'features' || wire.from !== from) return [];
    const taps = key.slice(0, key.lastIndexOf('.'));
    const arriving = entering(document, wires, taps);
    const image = arriving.find(({ wire: { type } }) => type !== 'encoder' && pictorial.has(type))?.from;
    if (!image || !arriving.some(({ wire }) => isEncoder(wire))) return [];
    return [{ taps, image, tapped: Object.keys(wire.layers) }];
  });
}

const pictorial: ReadonlySet<Wire['type']> = new Set<Wire['type']>(['image', 'picture', 'result']);
