/**
 * What a wire carries while a graph is lowered: values of the tensor program, in the form that the port
 * type promises. An image is one value, features and statistics are a stack of them, a loss is a list of
 * terms that nobody has added up yet.
 */
import type { NodeId } from '../../graph/document.ts';
import type { PortType } from '../../graph/port-type.ts';
import type { Stack, WireContents } from '../../graph/wire.ts';
import type { Value } from '../ir/value.ts';
import type { Scales } from './scales.ts';

/** A number of the document that the loop reads anew at each iteration (rule R3). */
export interface LiveParameter {
  readonly node: NodeId;
  readonly param: string;
  /** The entry, where the parameter is a set of weights; a missing one weighs 1. */
  readonly entry?: string;
}

/**
 * One term of a loss: a scalar, and the live factors that weigh it. The weighted sum is never computed on
 * the device: the product of a term's factors is one scalar that seeds its backward pass, and the total is
 * added up by whoever reads the terms.
 */
export interface LossTerm {
  /** `style/relu1_1`; unique within the loss. */
  readonly name: string;
  readonly value: Value;
  readonly weights: readonly LiveParameter[];
}

/** A picture that is being painted: a value of the loop, and what it starts from once a seed is known. */
export interface LoweredPicture {
  readonly value: Value;
  start(seed: number): Value;
  /** Where it is painted small first. */
  readonly scales?: Scales;
}

export interface LoweredContents {
  readonly image: { readonly value: Value };
  readonly mask: { readonly value: Value };
  readonly picture: LoweredPicture;
  readonly result: { readonly value: Value };
  readonly encoder: WireContents['encoder'];
  readonly features: { readonly layers: Stack<Value> };
  readonly statistics: { readonly layers: Stack<Value> };
  readonly loss: { readonly terms: readonly LossTerm[] };
}

export type Lowered = { [T in PortType]: { readonly type: T } & LoweredContents[T] }[PortType];
