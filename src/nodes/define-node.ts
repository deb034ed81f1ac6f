/**
 * A node kind is a declaration: what goes in, what comes out, what it computes and where that is from.
 * Search, inspector, documentation, validator and compiler all derive from it. `defineNode` gives the
 * declaration its types, so that `infer` and `lower` know each port and each parameter by name.
 */
import type { Facts, NodeKind, ShapeRefusal } from '../graph/kind.ts';
import type { Parameter } from '../graph/parameter.ts';
import type { Port } from '../graph/port.ts';
import type { PortType } from '../graph/port-type.ts';
import type { Wire, WireContents } from '../graph/wire.ts';
import { type Result, success } from '../language/result.ts';
import type { LowerableKind, LoweringContext } from '../runtime/compile/lowerable.ts';
import type { Lowered, LoweredContents } from '../runtime/compile/lowered.ts';

type Ports = Readonly<Record<string, Port<PortType, 'one' | 'optional' | 'many'>>>;

type At<P, T> =
  P extends Port<PortType, 'many'>
    ? Readonly<Record<string, T>>
    : P extends Port<PortType, 'optional'>
      ? T | undefined
      : T;

type TypeOf<P> = P extends Port<infer T, 'one' | 'optional' | 'many'> ? T : never;

/** A picture or a result at an image port is read as an image; which type leaves is said by the port. */
type WiresIn<I> = { readonly [Name in keyof I]: At<I[Name], WireContents[TypeOf<I[Name]>]> };
type WiresOut<O> = { readonly [Name in keyof O]: WireContents[TypeOf<O[Name]>] };
type LoweredIn<I> = { readonly [Name in keyof I]: At<I[Name], LoweredContents[TypeOf<I[Name]>]> };
type LoweredOut<O> = { readonly [Name in keyof O]: LoweredContents[TypeOf<O[Name]>] };

type Params = Readonly<Record<string, Parameter>>;
type ValuesOf<P> = { readonly [Name in keyof P]: P[Name] extends Parameter<infer T> ? T : never };

export interface NodeDeclaration<I extends Ports, O extends Readonly<Record<string, Port>>, P extends Params>
  extends Omit<NodeKind, 'inputs' | 'outputs' | 'params' | 'infer'> {
  readonly inputs: I;
  readonly outputs: O;
  readonly params: P;
  infer(inputs: WiresIn<I>, params: ValuesOf<P>, facts: Facts): Result<WiresOut<O>, ShapeRefusal>;
  lower(context: LoweringContext, inputs: LoweredIn<I>, params: ValuesOf<P>): LoweredOut<O>;
}

export function defineNode<
  const I extends Ports,
  const O extends Readonly<Record<string, Port>>,
  const P extends Params,
>(declaration: NodeDeclaration<I, O, P>): LowerableKind {
  const { inputs, outputs, params } = declaration;
  const typed = <T>(leaving: Readonly<Record<string, object>>) =>
    Object.fromEntries(
      Object.entries(leaving).map(([name, wire]) => [name, { type: outputs[name]?.type, ...wire }]),
    ) as Record<string, T>;
  // The validator has checked wires and parameters against this very declaration before it calls either:
  // these casts are the one place where its types are taken at its word.
  return {
    ...declaration,
    inputs,
    outputs,
    params,
    infer(arriving, given, facts) {
      const inferred = declaration.infer(arriving as WiresIn<I>, given as ValuesOf<P>, facts);
      return inferred.ok ? success(typed<Wire>(inferred.value)) : inferred;
    },
    lower(context, arriving, given) {
      return typed<Lowered>(declaration.lower(context, arriving as LoweredIn<I>, given as ValuesOf<P>));
    },
  };
}
