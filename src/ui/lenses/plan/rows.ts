/** The steps of a part of a plan in rows: what the same nodes compute in the same shape shares one. */
import type { NodeId } from '../../../graph/document.ts';
import type { PartAccount } from '../../../runtime/compile/account.ts';
import type { Shape } from '../../../runtime/ir/value.ts';

export interface PlanRow {
  readonly key: string;
  readonly nodes: readonly NodeId[];
  readonly shape: Shape;
  readonly flops: number;
  /** Of all results. */
  readonly bytes: number;
  /** How often each op runs. */
  readonly ops: ReadonlyMap<string, number>;
  /** Its steps' places in the order. */
  readonly steps: readonly number[];
  /** Whose step it is after which the last of its results is freed; none where one is kept. */
  readonly freedBy?: readonly NodeId[];
}

/** Each row where its first step stands. A view computes nothing and takes nothing, so it has no row. */
export function rowsOf({ steps }: PartAccount): readonly PlanRow[] {
  const places = new Map<string, number[]>();
  for (const [at, { op, nodes, shape }] of steps.entries()) {
    if (op === 'reshape' || op === 'after') continue;
    const key = `${nodes.join(' ')} ${shape.join('×')}`;
    places.set(key, [...(places.get(key) ?? []), at]);
  }
  return [...places].flatMap(([key, at]) => rowAt(key, at, steps));
}

function rowAt(key: string, places: readonly number[], steps: PartAccount['steps']): readonly PlanRow[] {
  const own = places.flatMap(at => steps[at] ?? []);
  const [first] = own;
  if (!first) return [];
  const ops = new Map<string, number>();
  for (const { op } of own) ops.set(op, (ops.get(op) ?? 0) + 1);
  const isKept = own.some(({ freedAfter }) => freedAfter === undefined);
  const last = Math.max(...own.map(({ freedAfter = -1 }) => freedAfter));
  return [
    {
      key,
      nodes: first.nodes,
      shape: first.shape,
      flops: own.reduce((sum, { flops }) => sum + flops, 0),
      bytes: own.reduce((sum, { bytes }) => sum + bytes, 0),
      ops,
      steps: places,
      ...(!isKept && { freedBy: steps[last]?.nodes ?? [] }),
    },
  ];
}
