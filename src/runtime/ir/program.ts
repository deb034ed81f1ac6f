/**
 * The tensor program under construction. Appending is hash-consing: an op with the same attributes on the
 * same inputs is the same value, so common sub-expressions are one by construction, whoever asks for them
 * (rule R2: two taps of one encoder on one image share its forward pass simply because they ask for the
 * same convolutions).
 *
 * `Ir` is the vocabulary in which nodes and gradients write: one function per op, `ir.add({ a, b })`.
 */
import type { NodeId } from '../../graph/document.ts';
import { type Interned, Interning } from './interning.ts';
import { leaves } from './leaves.ts';
import {
  type AnyOp,
  type ErasedOp,
  isLeaf,
  type LeafDefinition,
  type OpDefinition,
  type Values,
} from './op.ts';
import { ops } from './ops/index.ts';
import type { Attributes, Shape, Value } from './value.ts';

type Ops = typeof ops;
type Leaves = typeof leaves;

type Arguments<Inputs, A> = keyof A extends never ? [inputs: Inputs] : [inputs: Inputs, attributes: A];

type Appender<O> =
  O extends OpDefinition<infer Input, infer A, infer Optional>
    ? (...given: Arguments<Values<Input, Optional>, A>) => Value
    : O extends LeafDefinition<infer A>
      ? (attributes: A) => Value
      : never;

/** One appending function for each op and each leaf. */
export type Ir = { readonly [Name in keyof Ops]: Appender<Ops[Name]> } & {
  readonly [Name in keyof Leaves]: Appender<Leaves[Name]>;
};

export class Program {
  readonly values: Value[] = [];
  readonly ir: Ir;
  readonly #interning = new Interning();
  readonly #own = new Map<Interned, Set<NodeId>>();
  #origins: ReadonlySet<NodeId> = new Set();

  constructor() {
    const append = Object.entries(ops).map(([name, op]) => [
      name,
      (inputs: Record<string, Value>, attributes: Attributes = noAttributes) =>
        this.append(op, inputs, attributes),
    ]);
    const bind = Object.entries(leaves).map(([name, leaf]) => [
      name,
      (attributes: Attributes) => this.append(leaf, {}, attributes),
    ]);
    this.ir = Object.fromEntries([...append, ...bind]) as Ir;
  }

  /** Every value that `build` asks for, new or already there, gets `origins` added to its own. */
  attributeTo<T>(origins: Iterable<NodeId>, build: () => T): T {
    const before = this.#origins;
    this.#origins = origins instanceof Set ? origins : new Set(origins);
    try {
      return build();
    } finally {
      this.#origins = before;
    }
  }

  /** The value of `op` on `given` inputs: a new one, one that is there already, or a simpler one that equals it. */
  append(op: AnyOp, given: Readonly<Record<string, Value | undefined>>, attributes: Attributes): Value {
    const inputs = presentInputs(given);
    const simpler = isLeaf(op) ? undefined : (op as ErasedOp).simplify?.(this.ir, inputs, attributes);
    if (simpler) return simpler;
    const known = this.#interning.find(op, inputs, attributes);
    if (known) {
      this.#shareWith(known);
      return known;
    }
    const value = {
      id: this.values.length,
      op,
      inputs,
      operands: Object.values(inputs),
      attributes,
      shape: isLeaf(op) ? op.shape(attributes) : op.shape(shapesOf(inputs), attributes),
      origins: this.#origins,
    };
    this.values.push(value);
    this.#interning.add(value);
    return value;
  }

  /** Most values have the origins of one node and share its set; who is asked for by more gets one of its own. */
  #shareWith(value: Interned): void {
    for (const origin of this.#origins) {
      if (value.origins.has(origin)) continue;
      let own = this.#own.get(value);
      if (!own) {
        own = new Set(value.origins);
        this.#own.set(value, own);
        value.origins = own;
      }
      own.add(origin);
    }
  }
}

const noAttributes: Attributes = {};

/** The shapes of a value's inputs, by name. */
export function shapesOf(inputs: Readonly<Record<string, Value>>): Record<string, Shape> {
  const shapes: Record<string, Shape> = {};
  for (const name in inputs) shapes[name] = inputs[name]?.shape ?? [];
  return shapes;
}

/** An optional input that is undefined is absent. */
function presentInputs(given: Readonly<Record<string, Value | undefined>>): Readonly<Record<string, Value>> {
  for (const name in given) if (!given[name]) return withoutAbsent(given);
  return given as Readonly<Record<string, Value>>;
}

function withoutAbsent(given: Readonly<Record<string, Value | undefined>>): Readonly<Record<string, Value>> {
  const inputs: Record<string, Value> = {};
  for (const [name, value] of Object.entries(given)) if (value) inputs[name] = value;
  return inputs;
}
