/**
 * The loss of a picture at a smaller scale. What is between the picture and the loss is lowered once more, with
 * every image that enters it made smaller by the same factor: so the styles are encoded anew, strokes keep their
 * proportion to the picture, and no node knows of it. Nodes that make images of images stay as they are: what
 * they give is made smaller, and where they see the picture, they see it enlarged.
 */
import type { NodeId, ParameterValue } from '../../graph/document.ts';
import { wireKey } from '../../graph/ends.ts';
import type { Facts } from '../../graph/kind.ts';
import type { PortType } from '../../graph/port-type.ts';
import type { Problem } from '../../graph/problem.ts';
import type { ImageShape, Wire } from '../../graph/wire.ts';
import { message } from '../../language/message.ts';
import type { Program } from '../ir/program.ts';
import { reachable } from '../ir/reachable.ts';
import { substitute } from '../ir/rewrite.ts';
import type { Value } from '../ir/value.ts';
import type { LowerableKind, LoweredInputs, LoweringContext } from './lowerable.ts';
import type { Lowered } from './lowered.ts';
import { scaledShape } from './scales.ts';

/** A node that leads to the loss, with what it was lowered to at the whole size. */
export interface LossNode {
  readonly id: NodeId;
  readonly kind: LowerableKind;
  readonly params: Readonly<Record<string, ParameterValue>>;
  readonly arriving: readonly {
    readonly from: NodeId;
    readonly output: string;
    readonly port: string;
    readonly slot?: string;
  }[];
  readonly whole: Readonly<Record<string, Lowered>>;
}

export interface ScaleRequest {
  readonly program: Program;
  readonly facts: Facts;
  /** Inputs before what uses them. */
  readonly nodes: readonly LossNode[];
  /** What every wire carries at the whole size, by `wireKey`. */
  readonly wires: Readonly<Record<string, Wire>>;
  readonly factor: number;
  /** The picture at the whole size and at this one. */
  readonly picture: { readonly whole: Value; readonly here: Value };
  readonly contextOf: (id: NodeId) => LoweringContext;
}

type Leaving = Readonly<Record<string, Lowered>>;

const pictorial: ReadonlySet<PortType> = new Set<PortType>(['image', 'mask', 'picture', 'result']);

/** Whether what leaves it are images (or an encoder), which have no scale of their own. */
const staysWhole = ({ outputs }: LowerableKind): boolean =>
  Object.values(outputs).every(({ type }) => pictorial.has(type) || type === 'encoder');

/** What leaves each node at the scale, or why one of them cannot be had there. */
export function lowerAtScale(
  request: ScaleRequest,
):
  | { readonly ok: true; readonly value: ReadonlyMap<NodeId, Leaving> }
  | { readonly ok: false; readonly problem: Problem } {
  const { nodes, facts, contextOf, program, factor } = request;
  const lowered = new Map<NodeId, Leaving>();
  const inferred = new Map<string, Wire>();
  const scaled = new Map<Value, Value>();
  const wholes = new Map(nodes.map(({ id, whole }) => [id, whole]));
  for (const { id, kind, params, arriving } of nodes) {
    if (staysWhole(kind)) continue;
    const inputs: Record<string, Lowered | Record<string, Lowered>> = {};
    const wires: Record<string, Wire | Record<string, Wire>> = {};
    const put = <T>(into: Record<string, T | Record<string, T>>, port: string, slot: string, value: T) => {
      if (kind.inputs[port]?.arity !== 'many') into[port] = value;
      else into[port] = { ...(into[port] as Record<string, T> | undefined), [slot]: value };
    };
    for (const [port, { arity }] of Object.entries(kind.inputs)) {
      if (arity === 'many') [inputs[port], wires[port]] = [{}, {}];
    }
    for (const { from, output, port, slot = from } of arriving) {
      const here = lowered.get(from)?.[output];
      const wire = wholes.get(from)?.[output];
      const key = wireKey({ node: from, port: output });
      const seen = inferred.get(key) ?? request.wires[key];
      if (!wire || !seen) continue;
      put(inputs, port, slot, here ?? smaller(request, wire, scaled));
      put(wires, port, slot, here ? seen : smallerWire(seen, factor));
    }
    const fits = kind.infer(wires, params, facts);
    if (!fits.ok) return { ok: false, problem: { severity: 'error', node: id, reason: fits.reason.reason } };
    for (const [port, wire] of Object.entries(fits.value)) inferred.set(wireKey({ node: id, port }), wire);
    lowered.set(
      id,
      program.attributeTo([id], () => kind.lower(contextOf(id), inputs as LoweredInputs, params)),
    );
  }
  return { ok: true, value: lowered };
}

/** Why a picture cannot be painted as small as a scale asks. */
export const tooSmall = (node: NodeId, side: number, { reason }: Problem): Problem => ({
  severity: 'error',
  node,
  reason: message('scales.too-small', { side, reason }),
  param: 'smallest',
});

function smaller(request: ScaleRequest, wire: Lowered, known: Map<Value, Value>): Lowered {
  switch (wire.type) {
    case 'image':
    case 'mask':
    case 'result':
      return { ...wire, value: resized(request, wire.value, known) };
    case 'picture':
      return { ...wire, value: resized(request, wire.value, known) };
    case 'encoder':
    case 'features':
    case 'statistics':
    case 'loss':
      return wire;
  }
}

function resized({ program, picture, factor }: ScaleRequest, value: Value, known: Map<Value, Value>): Value {
  if (value === picture.whole) return picture.here;
  const before = known.get(value);
  if (before) return before;
  const { ir } = program;
  const seesPicture = reachable([value]).includes(picture.whole);
  const enlarged = () => {
    const [from, to] = [sizeOf(picture.here), sizeOf(picture.whole)];
    return ir.resample({ x: picture.here }, { from, to, filter: 'bicubic', adjoint: false });
  };
  const seen = seesPicture
    ? (substitute(program, [value], new Map([[picture.whole, enlarged()]])).get(value) ?? value)
    : value;
  const from = sizeOf(seen);
  const [height, width] = scaledShape(seen.shape as ImageShape, factor);
  const x = ir.resample({ x: seen }, { from, to: [height, width], filter: 'bicubic', adjoint: false });
  known.set(value, x);
  return x;
}

const sizeOf = ({ shape: [height = 1, width = 1] }: Value): [number, number] => [height, width];

const smallerWire = (wire: Wire, factor: number): Wire =>
  'shape' in wire ? { ...wire, shape: scaledShape(wire.shape, factor) } : wire;
