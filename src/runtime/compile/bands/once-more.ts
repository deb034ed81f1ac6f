/**
 * What is computed twice so as not to be kept: the way back of a band needs the layers of its way there, and makes
 * them once more from what entered the stretch (gradient checkpointing: Griewank and Walther 2000; Chen, Xu, Zhang
 * and Guestrin 2016, with the poolings for checkpoints). Only the order of computing changes, and no number.
 */
import { dependants } from '../../ir/differentiate.ts';
import { isLeaf } from '../../ir/op.ts';
import type { Program } from '../../ir/program.ts';
import { reachable } from '../../ir/reachable.ts';
import type { Value } from '../../ir/value.ts';
import type { InBands } from './in-bands.ts';

/**
 * `gradient` with every passing value on its way back made anew.
 *
 * @param picture Whatever does not depend on it is computed once anyway.
 * @param weights The live scalars from which all ways back start.
 */
export function onceMore(
  program: Program,
  gradient: Value,
  picture: Value,
  weights: readonly Value[],
  { passing, given }: Pick<InBands, 'passing' | 'given'>,
): Value {
  const below = reachable([gradient]);
  const varying = dependants(below, [picture]);
  const back = dependants(below, weights);
  const passes = new Set<Value>();
  const anew = new Map<Value, Value>();
  for (const value of below) {
    if (back.has(value) || !varying.has(value) || given.has(value)) continue;
    if (passing.has(value) || value.operands.some(operand => passes.has(operand))) passes.add(value);
  }
  const made = (value: Value, operandOf: (operand: Value) => Value): Value => {
    // What its first time had to wait for has long been there; to wait for it again would be to keep it.
    const needed = Object.entries(value.inputs).filter(
      ([name, operand]) => anew.has(operand) || isLeaf(value.op) || !value.op.awaited?.(name),
    );
    const inputs = needed.map(([name, operand]) => [name, operandOf(operand)] as const);
    if (inputs.every(([name, operand]) => value.inputs[name] === operand)) return value;
    return program.attributeTo(value.origins, () =>
      program.append(value.op, Object.fromEntries(inputs), value.attributes),
    );
  };
  const again = (operand: Value): Value =>
    anew.get(operand) ??
    (varying.has(operand)
      ? program.attributeTo(operand.origins, () => program.ir.after({ x: operand }, { turn: 1 }))
      : operand);
  for (const value of below) {
    if (passes.has(value)) anew.set(value, made(value, again));
    else if (back.has(value))
      anew.set(
        value,
        made(value, operand => anew.get(operand) ?? operand),
      );
  }
  return anew.get(gradient) ?? gradient;
}
