/**
 * Proves an op (rule R7): what it computes against a plain formula in double precision, its shape against
 * what comes out, its gradient against central differences of that formula, on every backend; and its claim
 * of memory against what is measured (rule R6).
 */
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Backend } from '../execute/backend.ts';
import { evaluate } from '../execute/evaluate.ts';
import { gradientsOf } from '../ir/differentiate.ts';
import { isLeaf } from '../ir/op.ts';
import { type Ir, Program } from '../ir/program.ts';
import { bytes, type Shape, type Value } from '../ir/value.ts';
import { describeEachBackend, openForTest } from './backends.ts';
import { centralDifferences, expectClose } from './differences.ts';
import { type Numbers, random } from './numbers.ts';
import { peakBytes } from './peak-bytes.ts';

export interface OpCase<Name extends string> {
  readonly title: string;
  readonly inputs: Readonly<Record<Name, Numbers>>;
  build(ir: Ir, inputs: Readonly<Record<Name, Value>>): Value;
  /** The same by another way: a formula with loops, in double precision. */
  expected(inputs: Readonly<Record<Name, Numbers>>): Numbers;
  /** The inputs to differentiate by; all where nothing is said. */
  readonly gradients?: readonly NoInfer<Name>[];
  readonly flops?: number;
}

/** Keeps the names of a case's inputs for its own functions, and forgets them for the list of cases. */
export const opCase = <Name extends string>(given: OpCase<Name>): OpCase<string> =>
  given as unknown as OpCase<string>;

export function proveOp(name: string, cases: readonly OpCase<string>[]): void {
  describeEachBackend(name, () => {
    for (const given of cases) {
      test(`${given.title}: R7 it computes its formula`, async () => {
        const { output } = build(given);
        const [computed] = await run([output], given);
        expect(computed?.shape).toEqual(output.shape);
        expectClose(computed, given.expected(given.inputs));
        if (given.flops !== undefined) expect(flopsOf(output)).toBe(given.flops);
      });
      const by = given.gradients ?? Object.keys(given.inputs);
      if (by.length === 0) continue;
      test(`${given.title}: R7 its gradient agrees with finite differences`, async () => {
        const { program, leaves, output } = build(given);
        const weights = random(output.shape, 97);
        const weighted = program.ir.multiply({
          a: output,
          b: program.ir.image({ shape: output.shape, hash: 'weights' }),
        });
        const loss = program.ir.sum({ x: weighted });
        const inputs = by.flatMap(input => leaves[input] ?? []);
        const gradients = gradientsOf(program, loss, inputs);
        const computed = await run(gradients, given, weights);
        for (const [index, input] of by.entries()) {
          expectClose(computed[index], centralDifferences(given, input, weights));
        }
      });
    }
  });
}

/** Runs one op on large inputs and compares the bytes that it needed in between with what it had claimed. */
export function proveWorkspace<Name extends string>(
  name: string,
  shapes: Readonly<Record<Name, Shape>>,
  make: (ir: Ir, inputs: Readonly<Record<Name, Value>>) => Value,
): void {
  describe(`${name} on wasm`, () => {
    let open: Backend | undefined;
    beforeAll(async () => {
      open = await openForTest('wasm');
    });
    afterAll(() => open?.dispose());
    test('R6 it needs no more memory while it runs than it says, and not much less', () => {
      const inputs = Object.fromEntries(
        Object.entries<Shape>(shapes).map(([input, shape], seed) => [input, random(shape, seed + 1)]),
      ) as Record<Name, Numbers>;
      const { output } = build({ inputs, build: make });
      const { op } = output;
      if (isLeaf(op)) throw new Error(`${name} is a leaf.`);
      const shapesGiven = mapped(output.inputs, ({ shape }) => shape);
      const claim = op.workspace?.(shapesGiven, output.attributes, output.shape) ?? 0;
      const tensors = mapped(output.inputs, ({ shape }, name) => tensorOf(random(shape, name.length)));
      const { peak, result } = peakBytes(() =>
        tf.tidy(() => op.run(tensors, output.attributes, output.shape)),
      );
      tf.dispose([result, ...Object.values(tensors)]);
      expect(peak).toBeLessThanOrEqual(bytes(output.shape) + claim);
      expect(bytes(output.shape) + claim).toBeLessThanOrEqual(1.25 * peak + 4096);
    });
  });
}

function build<Name extends string>({ inputs, build: make }: Pick<OpCase<Name>, 'inputs' | 'build'>) {
  const program = new Program();
  const leaves = mapped<Numbers, Value>(inputs, ({ shape }, hash) => program.ir.image({ shape, hash }));
  return { program, leaves, output: make(program.ir, leaves as Record<Name, Value>) };
}

/** Evaluates `values`, with the leaves bound to the numbers of the case. */
async function run(
  values: readonly Value[],
  { inputs }: OpCase<string>,
  weights?: Numbers,
): Promise<Numbers[]> {
  const tensors = evaluate(values, ({ attributes: { hash } }) => {
    const numbers = hash === 'weights' ? weights : inputs[String(hash)];
    if (!numbers) throw new Error(`Nothing is bound to ${hash}.`);
    return tensorOf(numbers);
  });
  const computed = await Promise.all(
    tensors.map(async tensor => ({ shape: tensor.shape, data: Float64Array.from(await tensor.data()) })),
  );
  tf.dispose(tensors);
  return computed;
}

const tensorOf = ({ shape, data }: Numbers): tf.Tensor => tf.tensor(Float32Array.from(data), [...shape]);

function flopsOf({ op, inputs, attributes, shape }: Value): number {
  if (isLeaf(op)) return 0;
  return op.flops(
    mapped(inputs, input => input.shape),
    attributes,
    shape,
  );
}

function mapped<From, To>(
  record: Readonly<Record<string, From>>,
  change: (value: From, name: string) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value, name)]));
}
