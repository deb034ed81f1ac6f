/**
 * Document → tensor program. Nodes are lowered in topological order, each appending its values through its
 * kind; only what leads to an output is lowered at all (rule R2).
 */
import type { NodeId } from '../../graph/document.ts';
import type { Facts, Registry } from '../../graph/kind.ts';
import type { Problem } from '../../graph/problem.ts';
import type { Validated } from '../../graph/validate.ts';
import { message } from '../../language/message.ts';
import { success } from '../../language/result.ts';
import { keyOf } from '../ir/key.ts';
import { Program } from '../ir/program.ts';
import type { Value } from '../ir/value.ts';
import { readLive } from './live.ts';
import { type LossNode, lowerAtScale, tooSmall } from './lower-at-scale.ts';
import type { LowerableKind, LoweredInputs, LoweringContext, Optimisation } from './lowerable.ts';
import type { Lowered } from './lowered.ts';
import { type Draft, draftStage } from './optimisation.ts';
import { Pictures } from './pictures.ts';
import type { PlanOutput, WireValue } from './plan.ts';
import { scalesOf } from './scales-of.ts';
import { wireValues } from './wire-values.ts';

export interface LoweredGraph {
  readonly program: Program;
  readonly drafts: readonly Draft[];
  readonly outputs: readonly PlanOutput[];
  readonly wires: readonly WireValue[];
  readonly merged: boolean;
  readonly problems: readonly Problem[];
}

export function lower(
  { document, order, params, wires: known }: Validated,
  registry: Registry<LowerableKind>,
  facts: Facts,
): LoweredGraph {
  const program = new Program();
  const drafts: Draft[] = [];
  const byLikeness = new Map<string, readonly Draft[]>();
  const outputs: PlanOutput[] = [];
  const problems: Problem[] = [];
  let merged = false;
  const lowered = new Map<NodeId, Readonly<Record<string, Lowered>>>();
  const pictures = new Pictures(program);
  const incoming = edgesByTarget(document.edges);
  const wanted = leadingToSinks(order, incoming, id => {
    const kind = registry.get(document.nodes[id]?.kind ?? '');
    return kind !== undefined && Object.keys(kind.outputs).length === 0;
  });
  if (wanted.size === 0) problems.push({ severity: 'error', reason: message('compile.no-output') });

  const contextOf = (id: NodeId): LoweringContext => ({
    node: id,
    ir: program.ir,
    facts,
    live: (param, entry) => ({ node: id, param, ...(entry !== undefined && { entry }) }),
    optimise: asked => optimise(id, asked),
    present: value => {
      outputs.push({ node: id, value: pictures.holdStill([value], 0)(value) });
    },
  });

  /** The loss of `asked` as it is at `factor`, for the picture `here`. */
  const lossAt = (node: NodeId, asked: Optimisation, factor: number, here: Value) => {
    const arriving = (id: NodeId) => incoming.get(id) ?? [];
    const found = arriving(node).find(({ from, output }) => lowered.get(from)?.[output]?.type === 'loss');
    const leading = leadingToSinks(order, incoming, id => id === found?.from);
    const nodes = order.flatMap((id): LossNode[] => {
      const [kind, whole] = [registry.get(document.nodes[id]?.kind ?? ''), lowered.get(id)];
      return kind && whole && leading.has(id)
        ? [{ id, kind, params: params[id] ?? {}, arriving: arriving(id), whole }]
        : [];
    });
    const picture = { whole: asked.picture.value, here };
    const at = lowerAtScale({ program, facts, nodes, wires: known, factor, picture, contextOf });
    if (!at.ok) return at;
    const wire = found && at.value.get(found.from)?.[found.output];
    return success(wire?.type === 'loss' ? wire.terms : asked.loss);
  };

  const optimise = (node: NodeId, asked: Optimisation): Value => {
    const steps: Draft[] = [];
    for (const step of scalesOf(program, node, asked, pictures)) {
      const loss =
        step.factor === 1 ? success(asked.loss) : lossAt(node, asked, step.factor, step.picture.value);
      if (!loss.ok) {
        const [height, width] = step.picture.value.shape;
        problems.push(
          tooSmall(asked.picture.scales?.node ?? node, Math.max(height ?? 0, width ?? 0), loss.problem),
        );
        continue;
      }
      const { picture, iterations, scale } = step;
      const follows = steps.at(-1)?.outcome;
      const here = { ...asked, picture, loss: loss.value, iterations };
      steps.push(
        draftStage(program, node, here, { scale, ...(follows && { follows }) }, pictures, live =>
          readLive(params, live),
        ),
      );
    }
    const draft = steps.at(-1);
    if (!draft) throw new Error('An optimiser has no scale.');
    if (!draft.sees)
      problems.push({ severity: 'error', node, reason: message('compile.loss-blind'), port: 'loss' });
    const alike = byLikeness.get(draft.likeness) ?? [];
    // Two pictures with the same fate are one. Keys are dear, so only drafts that look alike are compared by them.
    const twin = alike.find(({ outcome }) => keyOf(outcome) === keyOf(draft.outcome));
    if (twin) {
      merged = true;
      return twin.outcome;
    }
    byLikeness.set(draft.likeness, [...alike, draft]);
    drafts.push(...steps);
    return draft.outcome;
  };

  for (const id of order) {
    const node = document.nodes[id];
    const kind = node && registry.get(node.kind);
    if (!kind || !wanted.has(id)) continue;
    const inputs = inputsOf(kind, incoming.get(id) ?? [], lowered);
    const leaving = program.attributeTo([id], () => kind.lower(contextOf(id), inputs, params[id] ?? {}));
    for (const wire of Object.values(leaving)) {
      if (wire.type === 'picture' && !pictures.has(wire.value)) pictures.add(id, wire);
    }
    lowered.set(id, leaving);
  }
  const wires = [...lowered].flatMap(([node, leaving]) => wireValues(node, leaving));
  return { program, drafts, outputs, wires, merged, problems };
}

type Incoming = readonly {
  readonly from: NodeId;
  readonly output: string;
  readonly port: string;
  readonly slot?: string;
}[];

function edgesByTarget(edges: Validated['document']['edges']): Map<NodeId, Incoming> {
  const byTarget = new Map<NodeId, Incoming[number][]>();
  for (const { from, to } of Object.values(edges)) {
    const arriving = byTarget.get(to.node) ?? [];
    arriving.push({
      from: from.node,
      output: from.port,
      port: to.port,
      ...(to.slot !== undefined && { slot: to.slot }),
    });
    byTarget.set(to.node, arriving);
  }
  return byTarget;
}

function leadingToSinks(
  order: readonly NodeId[],
  incoming: ReadonlyMap<NodeId, Incoming>,
  isSink: (id: NodeId) => boolean,
): Set<NodeId> {
  const wanted = new Set(order.filter(isSink));
  for (const id of order.toReversed()) {
    if (wanted.has(id)) for (const { from } of incoming.get(id) ?? []) wanted.add(from);
  }
  return wanted;
}

function inputsOf(
  kind: LowerableKind,
  arriving: Incoming,
  lowered: ReadonlyMap<NodeId, Readonly<Record<string, Lowered>>>,
): LoweredInputs {
  const inputs: Record<string, Lowered | Record<string, Lowered>> = {};
  for (const [name, { arity }] of Object.entries(kind.inputs)) if (arity === 'many') inputs[name] = {};
  for (const { from, output, port, slot } of arriving) {
    const wire = lowered.get(from)?.[output];
    if (!wire) continue;
    if (kind.inputs[port]?.arity === 'many') {
      (inputs[port] as Record<string, Lowered>)[slot ?? from] = wire;
    } else {
      inputs[port] = wire;
    }
  }
  return inputs;
}
