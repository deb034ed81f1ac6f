/**
 * From values to steps: an order to run in, and for each step what may be freed after it. The order is a
 * depth-first walk from what is wanted that takes the deeper input first, so that a gradient which only
 * waits to be added (a shallow layer's style loss, while the deep ones are still on their way back) is
 * computed at the last moment and not held meanwhile. Peak bytes follow from the steps, before anything
 * runs (rule R6).
 */
import { isLeaf } from '../ir/op.ts';
import { shapesOf } from '../ir/program.ts';
import { reachable } from '../ir/reachable.ts';
import { bytes, type Value } from '../ir/value.ts';
import { ValueNumbers } from '../ir/value-numbers.ts';

export interface Step {
  readonly value: Value;
  /** No later step needs these, and nobody asked to keep them. */
  readonly free: readonly Value[];
}

export interface Schedule {
  readonly steps: readonly Step[];
  /** What must be there before the first step: leaves, and whatever `available` supplied. */
  readonly needs: readonly Value[];
  readonly results: readonly Value[];
  /** The most bytes alive at once during the steps, of what the steps themselves make. */
  readonly peakBytes: number;
  readonly flops: number;
}

const lastUse = new ValueNumbers();

/**
 * @param wanted What must be alive at the end.
 * @param available Values that are there already and are not run; they are never freed by the schedule.
 * @param below All that `wanted` need, inputs before what uses them, where the caller knows it.
 */
export function schedule(
  wanted: readonly Value[],
  available: (value: Value) => boolean = () => false,
  below: readonly Value[] = reachable(wanted),
): Schedule {
  // Two outputs may show the same value: it is one result, with one owner.
  const results = [...new Set(wanted)];
  const given = (value: Value) => isLeaf(value.op) || available(value);
  const order = demandOrder(results, given, below);
  const needs = new Set<Value>(results.filter(given));
  order.forEach((value, at) => {
    lastUse.set(value, at);
    for (const operand of value.operands) {
      if (given(operand)) needs.add(operand);
      else lastUse.set(operand, at);
    }
  });
  const kept = new Set(results);
  const steps = order.map((value): { value: Value; free: Value[] } => ({ value, free: [] }));
  for (const value of order) if (!kept.has(value)) steps[lastUse.get(value)]?.free.push(value);
  lastUse.wipe();
  return {
    steps,
    needs: [...needs],
    results,
    peakBytes: peakOf(steps),
    flops: order.reduce((sum, value) => sum + flopsOf(value), 0),
  };
}

/** Ops that hand on what they are given: their results have no bytes of their own. */
export const isView = ({ op }: Value): boolean => op.name === 'reshape' || op.name === 'after';

/** The value whose bytes this one shows: itself, but for a view. */
export function storageOf(value: Value): Value {
  let storage = value;
  while (isView(storage) && storage.inputs.x) storage = storage.inputs.x;
  return storage;
}

export function flopsOf(value: Value): number {
  return isLeaf(value.op) ? 0 : value.op.flops(shapesOf(value.inputs), value.attributes, value.shape);
}

/** Bytes that its op needs only while it runs. */
export function workspaceOf(value: Value): number {
  if (isLeaf(value.op)) return 0;
  return value.op.workspace?.(shapesOf(value.inputs), value.attributes, value.shape) ?? 0;
}

const peakOf = (steps: readonly Step[]): number =>
  aliveDuring(steps).reduce((most, alive) => Math.max(most, alive), 0);

/**
 * For each step the bytes that are alive while it runs, of what the steps make, its own workspace included.
 * Bytes are alive as long as any tensor shows them: the value's own or a view of it.
 */
export function aliveDuring(steps: readonly Step[]): readonly number[] {
  const made = new Set(steps.map(({ value }) => value));
  const showing = new Map<Value, number>();
  let alive = 0;
  const show = (value: Value, by: 1 | -1) => {
    const storage = storageOf(value);
    if (!made.has(storage)) return;
    const before = showing.get(storage) ?? 0;
    showing.set(storage, before + by);
    if (before === 0) alive += bytes(storage.shape);
    if (before + by === 0) alive -= bytes(storage.shape);
  };
  return steps.map(({ value, free }) => {
    show(value, 1);
    const during = alive + workspaceOf(value);
    for (const freed of free) show(freed, -1);
    return during;
  });
}

const depth = new ValueNumbers();

/** Everything to be run, inputs first, the deepest input of each value before its others. */
function demandOrder(
  results: readonly Value[],
  given: (value: Value) => boolean,
  below: readonly Value[],
): Value[] {
  for (const value of below) {
    let deepest = 0;
    if (!given(value)) {
      for (const operand of value.operands) deepest = Math.max(deepest, depth.get(operand));
    }
    depth.set(value, 1 + deepest);
  }
  const deepestLast = (values: readonly Value[]): readonly Value[] =>
    values.length < 2 ? values : values.toSorted((a, b) => depth.get(a) - depth.get(b) || b.id - a.id);

  const order: Value[] = [];
  const done = new Set<Value>();
  const entered = new Set<Value>();
  const open = [...deepestLast(results)];
  for (let value = open.at(-1); value; value = open.at(-1)) {
    if (done.has(value) || given(value)) {
      open.pop();
    } else if (entered.has(value)) {
      open.pop();
      done.add(value);
      order.push(value);
    } else {
      entered.add(value);
      for (const operand of deepestLast(value.operands)) if (!done.has(operand)) open.push(operand);
    }
  }
  depth.wipe();
  return order;
}
