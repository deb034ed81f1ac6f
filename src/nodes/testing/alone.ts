/** A node kind by itself: what it infers and what it lowers to, without a graph around it. */
import type { ParameterValue } from '../../graph/document.ts';
import type { Arriving, ShapeRefusal } from '../../graph/kind.ts';
import type { Wire } from '../../graph/wire.ts';
import type { Result } from '../../language/result.ts';
import type { LowerableKind, LoweredInputs } from '../../runtime/compile/lowerable.ts';
import type { LossTerm, Lowered } from '../../runtime/compile/lowered.ts';
import type { Ir } from '../../runtime/ir/program.ts';
import { Program } from '../../runtime/ir/program.ts';
import type { Shape, Value } from '../../runtime/ir/value.ts';
import { evaluateWith } from '../../runtime/testing/evaluate-with.ts';
import { type Numbers, random } from '../../runtime/testing/numbers.ts';
import { trialFacts } from './trial.ts';

type Params = Readonly<Record<string, ParameterValue>>;

/** All parameters of `kind`, checked: those given and the defaults of the others. */
export const resolved = ({ params }: LowerableKind, given: Params = {}): Params =>
  Object.fromEntries(
    Object.entries(params).map(([name, { schema, default: standard }]) => [
      name,
      schema.parse(given[name] ?? standard),
    ]),
  );

export const inferAlone = (
  kind: LowerableKind,
  arriving: Arriving = {},
  params?: Params,
): Result<Readonly<Record<string, Wire>>, ShapeRefusal> =>
  kind.infer(arriving, resolved(kind, params), trialFacts);

/** What `kind` lowers to, as node `alone`. */
export function lowerAlone(
  kind: LowerableKind,
  inputs: (ir: Ir) => LoweredInputs = () => ({}),
  params?: Params,
): {
  readonly leaving: Readonly<Record<string, Lowered>>;
  readonly program: Program;
  readonly presented: Value[];
} {
  const program = new Program();
  const presented: Value[] = [];
  const leaving = kind.lower(
    {
      node: 'alone',
      ir: program.ir,
      facts: trialFacts,
      live: (param, entry) => ({ node: 'alone', param, ...(entry !== undefined && { entry }) }),
      optimise: () => {
        throw new Error('There is nothing to optimise alone.');
      },
      present: value => {
        presented.push(value);
      },
    },
    inputs(program.ir),
    resolved(kind, params),
  );
  return { leaving, program, presented };
}

/** Numbers for tensors by name: leaf `name` of a program holds them. */
export type Given = Readonly<Record<string, Numbers>>;

export const givenOf = (shapes: Readonly<Record<string, Shape>>, low = -1, high = 1): Given =>
  Object.fromEntries(
    Object.entries(shapes).map(([name, shape], at) => [name, random(shape, at + 1, low, high)]),
  );

export function leafOf(ir: Ir, given: Given, name: string): Value {
  const numbers = given[name];
  if (!numbers) throw new Error(`There are no numbers for ${name}.`);
  return ir.image({ hash: name, shape: numbers.shape });
}

export async function computed(value: Value | undefined, given: Given): Promise<Numbers> {
  const [numbers] = await evaluateWith(
    value ? [value] : [],
    ({ attributes: { hash } }) => given[String(hash)],
  );
  if (!numbers) throw new Error('There is nothing to compute.');
  return numbers;
}

/** The terms of the loss that leaves a lowered node. */
export function termsOf({ loss }: Readonly<Record<string, Lowered>>): readonly LossTerm[] {
  if (loss?.type !== 'loss') throw new Error('No loss leaves it.');
  return loss.terms;
}

/** The value of each term, computed. */
export async function lossesOf(leaving: Readonly<Record<string, Lowered>>, given: Given) {
  const losses = termsOf(leaving).map(async ({ name, value }) => [
    name,
    (await computed(value, given)).data[0],
  ]);
  return Object.fromEntries(await Promise.all(losses)) as Record<string, number>;
}

/** The image that leaves a lowered node at `output`. */
export function imageOf(leaving: Readonly<Record<string, Lowered>>, output = 'image'): Value {
  const wire = leaving[output];
  if (wire?.type !== 'image') throw new Error('No image leaves it.');
  return wire.value;
}

/** The stack that leaves a lowered node at `output`. */
export function layersOf(leaving: Readonly<Record<string, Lowered>>, output: string) {
  const wire = leaving[output];
  if (wire?.type !== 'features' && wire?.type !== 'statistics') throw new Error('No stack leaves it.');
  return wire.layers;
}

export const meanSquare = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((sum, value) => sum + value * value, 0) / values.length;
