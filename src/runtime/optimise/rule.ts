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
  /** Where the next picture has to lie. A rule may see to it in its last op; what it leaves outside is clamped. */
  readonly range?: readonly [low: number, high: number];
  /** Σ weight · term at `x`, on the device, where it is computed only for a rule that asks for it. */
  loss(): Value;
}

export interface Step<State extends string> {
  readonly x: Value;
  readonly state: Readonly<Record<State, Value>>;
}

/** Where an iteration stands. */
export interface Moment {
  /** Counted from 1. */
  readonly iteration: number;
  /** The loss is another function than at the iteration before: a weight or a target has changed, or it is the first. */
  readonly isNew: boolean;
}

/** A vector with signs is made larger by a cubic, one of squares by a bilinear filter, which leaves none negative. */
export type Enlarging = 'signed' | 'squares';

export interface UpdateRule<State extends string = string, Scalar extends string = string> {
  readonly name: string;
  readonly version: number;
  /** Vectors of the picture's shape that the rule carries from step to step; all start at zero. */
  readonly state: readonly State[];
  /** Scalars that the rule carries likewise; their names stand in the same list of the step's `state`. */
  readonly numbers?: readonly State[];
  /** What the host feeds. */
  readonly scalars: readonly Scalar[];
  /** The vector that is made of squared gradients, where there is one: all zeros only if no pixel ever felt the loss. */
  readonly squares?: State;
  /** The vectors whose overflow would stop the picture without a sign of it; all, where it is not said. */
  readonly watched?: readonly State[];
  /** The vector that is the picture to show, where the next iterate is only a trial. */
  readonly shown?: State;
  /** The vectors that a picture takes along when it is painted on at another size; the others begin anew. */
  readonly enlarged?: Readonly<Partial<Record<State, Enlarging>>>;
  step(ir: Ir, inputs: StepInputs<State, Scalar>): Step<State>;
  /** The values of the scalars at an iteration. */
  scalarsAt(moment: Moment, settings: Settings): Readonly<Record<Scalar, number>>;
}

/** Any rule, the names of its vectors and scalars forgotten. */
export type AnyRule = UpdateRule;
