/**
 * Whether what a lesson asks was done. A condition is watched from the moment it is asked: it is met when it
 * becomes true after it was not, so what happens to be so already, or was so on an earlier page, meets nothing.
 */
import type { GraphDocument, NodeId, ParameterValue } from '../document.ts';
import type { NodeKind, Registry } from '../kind.ts';
import { own } from '../own.ts';
import type { Condition } from './condition.ts';

/** The real state at one moment. */
export interface Observation {
  readonly document: GraphDocument;
  /** The newest of each optimiser. */
  readonly iterations: Readonly<Record<NodeId, { readonly iteration: number; readonly total: number }>>;
  /** The only node that is selected. */
  readonly selected: NodeId | undefined;
  readonly viewed: NodeId | undefined;
  readonly isComparing: boolean;
}

export interface Watch {
  readonly condition: Condition;
  readonly first: Observation;
  readonly last: Observation;
  /** It has not been true at some moment since it was asked. */
  readonly wasOtherwise: boolean;
  /** Iterations of the optimiser that is meant, and the loss that it set out from. */
  readonly painted: number;
  readonly setOutFrom: number | undefined;
  readonly restarted: boolean;
  readonly isMet: boolean;
}

export type Kinds = Registry<NodeKind>;

/** Begins to watch. What is true now has to become untrue before it can be met. */
export function watch(condition: Condition, now: Observation, kinds: Kinds): Watch {
  return {
    condition,
    first: now,
    last: now,
    wasOtherwise: !isSo(condition, now, now, kinds),
    painted: 0,
    setOutFrom: undefined,
    restarted: false,
    isMet: false,
  };
}

/** The same watch, a moment later. What was met stays met. */
export function watchOn(before: Watch, now: Observation, kinds: Kinds): Watch {
  if (before.isMet) return before;
  const { condition, first } = before;
  const counted = withIterations(before, now);
  const holds = isSo(condition, first, now, kinds);
  return {
    ...counted,
    last: now,
    wasOtherwise: before.wasOtherwise || !holds,
    isMet: isDeed(condition)
      ? isDone(counted, now)
      : holds && (before.wasOtherwise || isSetAnew(condition, first, now, kinds)),
  };
}

/** A parameter that was within its bounds, and was set to something else that is within them, too: that is a deed. */
function isSetAnew(condition: Condition, first: Observation, now: Observation, kinds: Kinds): boolean {
  if (condition.type !== 'parameter') return false;
  const { node, param } = condition;
  const [before, after] = [first, now].map(({ document }) => parameterOf(document, node, param, kinds));
  return JSON.stringify(before) !== JSON.stringify(after);
}

/** It is as it was asked to become, and was so from the beginning: to be done again, or not at all. */
export const isSoAlready = ({ isMet, wasOtherwise, condition }: Watch): boolean =>
  !isMet && !wasOtherwise && !isDeed(condition);

type Deed = Extract<Condition, { type: 'iterations' | 'loss' | 'restarted' }>;

/** What is counted from when it was asked, rather than seen in the state. */
const isDeed = (condition: Condition): condition is Deed => 'optimiser' in condition;

function withIterations(before: Watch, now: Observation): Watch {
  if (!isDeed(before.condition)) return before;
  const { optimiser } = before.condition;
  const was = own(before.last.iterations, optimiser);
  const is = own(now.iterations, optimiser);
  if (!is || is === was) return before;
  const steps = is.iteration - (was?.iteration ?? 0);
  // It went back to its beginning, or to a checkpoint: the loss is another from there on.
  if (steps < 0)
    return { ...before, setOutFrom: undefined, restarted: before.restarted || is.iteration <= 1 };
  return { ...before, painted: before.painted + steps, setOutFrom: before.setOutFrom ?? is.total };
}

function isDone({ condition, painted, setOutFrom, restarted }: Watch, now: Observation): boolean {
  switch (condition.type) {
    case 'iterations':
      return painted >= condition.count;
    case 'loss': {
      const total = own(now.iterations, condition.optimiser)?.total;
      return (
        painted > 0 && setOutFrom !== undefined && total !== undefined && total <= condition.part * setOutFrom
      );
    }
    case 'restarted':
      return restarted;
    default:
      return false;
  }
}

function isSo(condition: Condition, first: Observation, now: Observation, kinds: Kinds): boolean {
  const { document } = now;
  switch (condition.type) {
    case 'parameter': {
      const {
        node,
        param,
        above = Number.NEGATIVE_INFINITY,
        below = Number.POSITIVE_INFINITY,
        is,
      } = condition;
      const value = parameterOf(document, node, param, kinds);
      if (value === undefined) return false;
      if (is !== undefined) return value === is;
      if (condition.above === undefined && condition.below === undefined) {
        const atFirst = parameterOf(first.document, node, param, kinds);
        return JSON.stringify(value) !== JSON.stringify(atFirst);
      }
      return typeof value === 'number' && value > above && value < below;
    }
    case 'layers':
      return condition.layers.every(
        layer => isLayerOn(document, condition.node, layer, kinds) === (condition.are === 'on'),
      );
    case 'flow':
      return (own(document.nodes, condition.node)?.flow ?? 'normal') === condition.is;
    case 'wire':
      return Object.values(document.edges).some(
        ({ from, to }) =>
          from.node === condition.from &&
          to.node === condition.to &&
          (condition.port === undefined || to.port === condition.port),
      );
    case 'node':
      return countOf(document, condition.kind) > countOf(first.document, condition.kind);
    case 'selected':
      return now.selected === condition.node;
    case 'viewed':
      return now.viewed === condition.node;
    case 'compared':
      return now.isComparing;
    case 'iterations':
    case 'loss':
    case 'restarted':
      return false;
  }
}

const countOf = ({ nodes }: GraphDocument, kind: string): number =>
  Object.values(nodes).filter(node => node.kind === kind).length;

/** What is not set is as the kind has it. */
function parameterOf(
  document: GraphDocument,
  id: NodeId,
  param: string,
  kinds: Kinds,
): ParameterValue | undefined {
  const node = own(document.nodes, id);
  if (!node) return undefined;
  return own(node.params, param) ?? own(kinds.get(node.kind)?.params ?? {}, param)?.default;
}

/** Tapped, and with a weight that is not zero. */
function isLayerOn(document: GraphDocument, node: NodeId, layer: string, kinds: Kinds): boolean {
  const layers = parameterOf(document, node, 'layers', kinds);
  if (Array.isArray(layers) && !layers.includes(layer)) return false;
  const weights = parameterOf(document, node, 'weights', kinds);
  return !(isRecord(weights) && weights[layer] === 0);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
