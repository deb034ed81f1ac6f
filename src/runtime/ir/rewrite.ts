/**
 * Passes that rebuild the part of a program that is needed, with some of its values exchanged.
 */
import { isLeaf } from './op.ts';
import type { Program } from './program.ts';
import { reachable } from './reachable.ts';
import type { Value } from './value.ts';

/**
 * Rebuilds `roots` with every value of `substitutes` exchanged.
 *
 * @returns For each value that `roots` need, its counterpart in the same program.
 */
export function substitute(
  program: Program,
  roots: readonly Value[],
  substitutes: ReadonlyMap<Value, Value>,
): Map<Value, Value> {
  return rebuild(program, roots, value => substitutes.get(value));
}

/**
 * Who taps only what is behind a ReLU asks for a convolution with the ReLU folded in; who taps the
 * convolution itself asks for it plain. Where a graph does both, both would run: there the ReLU is parted
 * from its convolution again, so that a layer is convolved once (rule R2).
 *
 * @param among Values that include all that `roots` need.
 * @returns Counterparts of the values that changed; most graphs have none.
 */
export function convolveOnce(
  program: Program,
  roots: readonly Value[],
  among: readonly Value[] = program.values,
): ReadonlyMap<Value, Value> {
  if (!among.some(isPlainForward)) return new Map();
  let counterparts: ReadonlyMap<Value, Value> = new Map();
  // Two layers can only be told to be one once those below them are: each round finds the next twins up.
  for (;;) {
    const so = counterparts;
    const parted = partTwins(
      program,
      roots.map(root => so.get(root) ?? root),
    );
    if (parted.size === 0) return counterparts;
    counterparts =
      so.size === 0 ? parted : new Map([...so].map(([value, now]) => [value, parted.get(now) ?? now]));
  }
}

function partTwins(program: Program, roots: readonly Value[]): Map<Value, Value> {
  const needed = reachable(roots);
  const plain = new Map<string, Value>();
  for (const value of needed) if (isPlainForward(value)) plain.set(convolved(value), value);
  const twins = new Map<Value, Value>();
  if (plain.size === 0) return twins;
  for (const value of needed) {
    const twin = isConvolution(value, true) && plain.get(convolved(value));
    if (twin) twins.set(value, twin);
  }
  if (twins.size === 0) return twins;
  return rebuild(program, roots, (value, rebuilt) => {
    const twin = twins.get(value);
    return twin && program.ir.relu({ x: rebuilt(twin) });
  });
}

const isConvolution = ({ op, attributes }: Value, rectified: boolean): boolean =>
  op.name === 'conv2d' && attributes.relu === rectified;

/** Those of the backward pass have no ReLU behind them. */
const isPlainForward = (value: Value): boolean =>
  isConvolution(value, false) && value.inputs.kernel?.op.name !== 'turned';

/** What is convolved with what, without whether a ReLU follows. */
const convolved = ({ inputs: { x, kernel, bias }, attributes: { padding } }: Value): string =>
  [x?.id, kernel?.id, bias?.id, padding].join();

function rebuild(
  program: Program,
  roots: readonly Value[],
  replace: (value: Value, rebuilt: (value: Value) => Value) => Value | undefined,
): Map<Value, Value> {
  const counterparts = new Map<Value, Value>();
  const rebuilt = (value: Value): Value => counterparts.get(value) ?? value;
  for (const value of reachable(roots)) {
    const counterpart = program.attributeTo(value.origins, () => {
      const replacement = replace(value, rebuilt);
      if (replacement) return replacement;
      const entries = Object.entries(value.inputs);
      if (isLeaf(value.op) || entries.every(([, input]) => rebuilt(input) === input)) return value;
      const inputs = Object.fromEntries(entries.map(([name, input]) => [name, rebuilt(input)]));
      return program.append(value.op, inputs, value.attributes);
    });
    counterparts.set(value, counterpart);
  }
  return counterparts;
}
