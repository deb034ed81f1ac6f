/**
 * Reverse-mode differentiation as a transformation of the program: the gradient is a set of values of the
 * same program, built once when the graph is compiled. There is no tape at run time, and whatever the
 * backward pass shares with the forward pass (a ReLU's output, a Gram matrix) is shared because it is the
 * same value.
 */
import { isLeaf } from './op.ts';
import type { Program } from './program.ts';
import { reachable } from './reachable.ts';
import type { Value } from './value.ts';

/** A value and the gradient, of the same shape, that flows back into it. */
export interface Seed {
  readonly of: Value;
  readonly dy: Value;
}

/** The gradients of the scalar `of` with respect to each of `withRespectTo`. */
export function gradientsOf(program: Program, of: Value, withRespectTo: readonly Value[]): Value[] {
  return pullBack(program, [{ of, dy: program.ir.fill({}, { shape: of.shape, value: 1 }) }], withRespectTo);
}

/**
 * The vector-Jacobian product: Σ dyᵀ · ∂of/∂x for each x of `withRespectTo`, of x's shape; zeros where
 * nothing depends on it.
 *
 * @param below What the seeds need, where the caller knows it already; inputs before what uses them.
 * @throws Error where a value on the way has an op without a gradient: a node must not lower to such ops
 * what may depend on a picture that is being painted.
 */
export function pullBack(
  program: Program,
  seeds: readonly Seed[],
  withRespectTo: readonly Value[],
  below: readonly Value[] = reachable(seeds.map(({ of }) => of)),
): Value[] {
  const { ir } = program;
  const varying = dependants(below, withRespectTo);
  const adjoints = new Map<Value, Value>();
  const accumulate = (value: Value, dy: Value) => {
    const so = adjoints.get(value);
    adjoints.set(value, so ? ir.add({ a: so, b: dy }) : dy);
  };
  for (const { of, dy } of seeds) if (varying.has(of)) accumulate(of, dy);

  // Inputs stand before what uses them: backwards, every use of a value is met before the value.
  for (const value of below.toReversed()) {
    const dy = adjoints.get(value);
    if (!dy || isLeaf(value.op) || value.op.flat) continue;
    const { op, inputs, attributes } = value;
    program.attributeTo(value.origins, () => {
      const gradients = op.gradient?.(ir, { inputs, attributes, output: value }, dy) ?? {};
      for (const [name, input] of Object.entries(inputs)) {
        if (!varying.has(input) || op.awaited?.(name)) continue;
        const gradient = gradients[name];
        if (!gradient)
          throw new Error(`The op ${op.name} has no gradient with respect to its input ${name}.`);
        accumulate(input, gradient());
      }
    });
  }
  return withRespectTo.map(x => adjoints.get(x) ?? ir.fill({}, { shape: x.shape, value: 0 }));
}

/** Those of `values` (inputs before what uses them) that depend on one of `roots`, and the roots. */
export function dependants(values: readonly Value[], roots: Iterable<Value>): Set<Value> {
  const found = new Set<Value>(roots);
  for (const value of values) {
    if (value.operands.some(operand => found.has(operand))) found.add(value);
  }
  return found;
}
