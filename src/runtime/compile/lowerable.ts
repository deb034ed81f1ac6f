/**
 * What the compiler asks of a node kind beyond what the document asks: to append its part of the tensor
 * program. The kinds themselves stand above, in `src/nodes`, and reach the compiler through this interface.
 */
import type { NodeId, ParameterValue } from '../../graph/document.ts';
import type { Facts, NodeKind } from '../../graph/kind.ts';
import type { Ir } from '../ir/program.ts';
import type { Value } from '../ir/value.ts';
import type { AnyRule } from '../optimise/rule.ts';
import type { StepSizes } from '../optimise/step-sizes.ts';
import type { LiveParameter, LossTerm, Lowered, LoweredPicture } from './lowered.ts';

/** What an optimiser asks the compiler for. */
export interface Optimisation {
  readonly picture: LoweredPicture;
  readonly loss: readonly LossTerm[];
  readonly rule: AnyRule;
  /** The rule's settings by name, each a live parameter of the node. */
  readonly settings: Readonly<Record<string, LiveParameter>>;
  readonly stepSizes: StepSizes;
  /** Whether the gradient is divided by its root mean square: then only its direction counts. */
  readonly normalise: boolean;
  readonly iterations: number;
  readonly clamp: boolean;
  /** Decay of the averaged iterate, 0 for none. */
  readonly averaging: number;
  readonly seed: number;
}

export interface LoweringContext {
  readonly node: NodeId;
  readonly ir: Ir;
  readonly facts: Facts;
  live(param: string, entry?: string): LiveParameter;
  /** Registers the loop and gives the picture that it arrives at. */
  optimise(optimisation: Optimisation): Value;
  /** Names `image` as something that a person wants to see: what no output needs is not run. */
  present(image: Value): void;
}

export type LoweredInputs = Readonly<Record<string, Lowered | undefined | Readonly<Record<string, Lowered>>>>;

export interface LowerableKind extends NodeKind {
  lower(
    context: LoweringContext,
    inputs: LoweredInputs,
    params: Readonly<Record<string, ParameterValue>>,
  ): Readonly<Record<string, Lowered>>;
}
