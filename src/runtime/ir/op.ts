/**
 * An op of the tensor program says its shape, its cost, its gradient as a program, and the tfjs call that
 * runs it. Nothing else in Gramarye knows what an op does: shapes on wires, predicted memory, the backward
 * pass and the backends all derive from these declarations.
 */
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Ir } from './program.ts';
import type { Attributes, Shape, Value } from './value.ts';

export interface OpDefinition<Input extends string, A extends Attributes, Optional extends string = never> {
  readonly name: string;
  /** Raised whenever the same inputs and attributes would give other numbers, so that no cached value survives it. */
  readonly version: number;
  /** Steps, such as an order or a choice: level wherever it has a slope at all, so nothing flows back through it. */
  readonly flat?: true;
  /** Whether an input is only waited for: nothing of it is in the result, and nothing flows back to it. */
  awaited?(input: string): boolean;
  shape(inputs: Shapes<Input, Optional>, attributes: A): Shape;
  /** Floating-point operations of one run; a multiply-add counts as two. */
  flops(inputs: Shapes<Input, Optional>, attributes: A, output: Shape): number;
  /** Bytes of tensors that live only while the op runs, beyond its inputs and its output. */
  workspace?(inputs: Shapes<Input, Optional>, attributes: A, output: Shape): number;
  /** A simpler value that equals this one, where there is one. */
  simplify?(ir: Ir, inputs: Values<Input, Optional>, attributes: A): Value | undefined;
  /**
   * The vector-Jacobian product, as values of the same program: given `dy`, the gradient of a scalar with
   * respect to this op's output, a thunk for each input that can be differentiated. Only the thunks of
   * inputs that depend on what is being optimised are called; an input that has none (a prepared kernel,
   * a mask) must be constant there.
   */
  gradient?(ir: Ir, value: Application<Input, A, Optional>, dy: Value): Gradients<Input | Optional>;
  /** Runs on the current tfjs backend. Called inside a `tf.tidy`: only the result survives. Inputs are not owned. */
  run(inputs: Tensors<Input, Optional>, attributes: A, output: Shape): Tensor;
}

export type Shapes<Input extends string, Optional extends string = never> = Readonly<Record<Input, Shape>> &
  Readonly<Partial<Record<Optional, Shape>>>;
export type Values<Input extends string, Optional extends string = never> = Readonly<Record<Input, Value>> &
  Readonly<Partial<Record<Optional, Value>>>;
export type Tensors<Input extends string, Optional extends string = never> = Readonly<Record<Input, Tensor>> &
  Readonly<Partial<Record<Optional, Tensor>>>;
export type Gradients<Input extends string> = { readonly [name in Input]?: () => Value };

export interface Application<Input extends string, A extends Attributes, Optional extends string = never> {
  readonly inputs: Values<Input, Optional>;
  readonly attributes: A;
  /** The op's own output, for those whose gradient needs it (ReLU, square root). */
  readonly output: Value;
}

/** A value that comes from outside the program: a picture, a weight, a live scalar, the state of the loop. */
export interface LeafDefinition<A extends Attributes> {
  readonly name: string;
  readonly version: number;
  readonly leaf: true;
  shape(attributes: A): Shape;
}

export type Op<
  Input extends string,
  A extends Attributes = Record<never, never>,
  Optional extends string = never,
> = OpDefinition<Input, A, Optional>;

/** Any op, its names and attributes forgotten: what the program, the scheduler and the executor handle. */
export type AnyOp = ErasedOp | LeafDefinition<Attributes>;
export type ErasedOp = OpDefinition<string, Attributes>;

export const isLeaf = (op: AnyOp): op is LeafDefinition<Attributes> => 'leaf' in op;
