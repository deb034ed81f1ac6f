/**
 * How an optimiser moves the picture once per iteration. A rule writes its step as values of the tensor
 * program, so its vectors stay on the device, are counted in the plan and run on every backend. What
 * changes with each iteration but needs no pixel (a bias correction) is a scalar that the host feeds.
 */
import type { Ir } from '../ir/program.ts';
import type { Value } from '../ir/value.ts';

/** The live numbers of an optimiser, by parameter name. */
export type Settings = Readonly<Record<string, number>>;

export interface StepInputs<State extends string, Scalar extends string> {
  readonly x: Value;
  readonly gradient: Value;
  readonly state: Readonly<Record<State, Value>>;
  readonly scalars: Readonly<Record<Scalar, Value>>;
}

export interface UpdateRule<State extends string = string, Scalar extends string = string> {
  readonly name: string;
  readonly version: number;
  /** Vectors of the picture's shape that the rule carries from step to step; all start at zero. */
  readonly state: readonly State[];
  readonly scalars: readonly Scalar[];
  /** The vector that is made of squared gradients, where there is one: all zeros only if no pixel ever felt the loss. */
  readonly squares?: State;
  step(
    ir: Ir,
    inputs: StepInputs<State, Scalar>,
  ): { readonly x: Value; readonly state: Readonly<Record<State, Value>> };
  /** The values of the scalars at `iteration`, counted from 1. */
  scalarsAt(iteration: number, settings: Settings): Readonly<Record<Scalar, number>>;
}

/** Any rule, the names of its vectors and scalars forgotten. */
export type AnyRule = UpdateRule;
