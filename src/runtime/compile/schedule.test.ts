import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gradientsOf } from '../ir/differentiate.ts';
import { isLeaf } from '../ir/op.ts';
import { Program, shapesOf } from '../ir/program.ts';
import { reachable } from '../ir/reachable.ts';
import { bytes, type Value } from '../ir/value.ts';
import { encode } from './encode.ts';
import { flopsOf, type Schedule, type Step, schedule } from './schedule.ts';

/** Programs at random: every value has twelve elements, so that any two fit once one of them is reshaped. */
const shapes = [[12], [3, 4], [2, 6]] as const;
const choice = fc.record({
  op: fc.constantFrom('add', 'multiply', 'relu', 'reshape', 'affine', 'spread'),
  a: fc.nat(),
  b: fc.nat(),
  shape: fc.constantFrom(...shapes),
});
const anyProgram = fc
  .record({
    choices: fc.array(choice, { minLength: 1, maxLength: 40 }),
    results: fc.array(fc.nat(), { minLength: 1, maxLength: 5 }),
    available: fc.array(fc.nat(), { maxLength: 4 }),
  })
  .map(({ choices, results, available }) => {
    const { ir, values } = new Program();
    for (const hash of ['a', 'b']) ir.image({ hash, shape: [12] });
    for (const { op, a, b, shape } of choices) {
      const x = pick(values, a);
      const y = ir.reshape({ x: pick(values, b) }, { shape: x.shape });
      if (op === 'add') ir.add({ a: x, b: y });
      else if (op === 'multiply') ir.multiply({ a: x, b: y });
      else if (op === 'relu') ir.relu({ x });
      else if (op === 'affine') ir.affine({ x }, { factor: 2, offset: b % 3 });
      else if (op === 'reshape') ir.reshape({ x }, { shape });
      else ir.scale({ x, by: ir.meanSquare({ x: y }) });
    }
    // Scalars are left out: the next choice could not reshape them.
    const wanted = [...new Set(results.map(at => pick(values, at)))];
    const there = new Set(available.map(at => pick(values, at)).filter(value => !wanted.includes(value)));
    return { wanted, there };
  });

function pick(values: readonly Value[], at: number): Value {
  const full = values.filter(({ shape }) => shape.length > 0);
  const value = full[at % full.length];
  if (!value) throw new Error('The program is empty.');
  return value;
}

const storageOf = (value: Value): Value =>
  value.op.name === 'reshape' && value.inputs.x ? storageOf(value.inputs.x) : value;

/** The peak by brute force: at each step, everything that is alive is listed, and each storage counted once. */
function simulatedPeak(steps: readonly Step[]): number {
  const made = new Set(steps.map(({ value }) => value));
  const alive = new Set<Value>();
  let peak = 0;
  for (const { value, free } of steps) {
    alive.add(value);
    const storages = new Set([...alive].map(storageOf).filter(storage => made.has(storage)));
    const { op, inputs, attributes, shape } = value;
    const workspace = isLeaf(op) ? 0 : (op.workspace?.(shapesOf(inputs), attributes, shape) ?? 0);
    peak = Math.max(peak, workspace + [...storages].reduce((sum, storage) => sum + bytes(storage.shape), 0));
    for (const freed of free) alive.delete(freed);
  }
  return peak;
}

const property = (check: (given: { wanted: Value[]; there: Set<Value>; made: Schedule }) => void) =>
  fc.assert(
    fc.property(anyProgram, ({ wanted, there }) => {
      check({ wanted, there, made: schedule(wanted, value => there.has(value)) });
    }),
    { numRuns: 300 },
  );

describe('any schedule', () => {
  test('runs every value that is needed exactly once, and its inputs before it', () => {
    property(({ wanted, there, made: { steps, needs } }) => {
      const ready = new Set<Value>(needs);
      for (const { value } of steps) {
        expect(ready.has(value)).toBe(false);
        for (const operand of value.operands) expect(ready.has(operand)).toBe(true);
        ready.add(value);
      }
      for (const result of wanted) expect(ready.has(result)).toBe(true);
      for (const need of needs) expect(isLeaf(need.op) || there.has(need)).toBe(true);
    });
  });

  test('R2 runs nothing that no result needs, and nothing below what is there already', () => {
    property(({ wanted, there, made: { steps, needs } }) => {
      const all = new Set(reachable(wanted));
      const used = new Set([...wanted, ...steps.flatMap(({ value }) => value.operands)]);
      for (const { value } of steps)
        expect(all.has(value) && used.has(value) && !there.has(value)).toBe(true);
      for (const need of needs) expect(used.has(need)).toBe(true);
    });
  });

  test('R5 frees each value that it makes once, after its last use, and never a result or what was given', () => {
    property(({ wanted, made: { steps } }) => {
      const freedAt = new Map<Value, number>();
      for (const [at, { free }] of steps.entries()) {
        for (const value of free) {
          expect(freedAt.has(value)).toBe(false);
          freedAt.set(value, at);
        }
      }
      for (const { value } of steps) {
        const uses = steps.flatMap((step, at) => (step.value.operands.includes(value) ? [at] : []));
        expect(freedAt.get(value)).toBe(wanted.includes(value) ? undefined : uses.at(-1));
      }
      const made = new Set(steps.map(({ value }) => value));
      for (const value of freedAt.keys()) expect(made.has(value)).toBe(true);
    });
  });

  test('R6 predicts the peak that a plain simulation finds, and the sum of all FLOPs', () => {
    property(({ made: { steps, peakBytes, flops } }) => {
      expect(peakBytes).toBe(simulatedPeak(steps));
      expect(flops).toBe(steps.reduce((sum, { value }) => sum + flopsOf(value), 0));
    });
  });
});

test('R6 a view has no bytes of its own, and keeps those that it shows', () => {
  const { ir } = new Program();
  const x = ir.relu({ x: ir.image({ hash: 'a', shape: [3, 4] }) });
  const view = ir.reshape({ x }, { shape: [12] });
  const { steps, peakBytes } = schedule([view]);
  expect(steps.map(({ free }) => free)).toEqual([[], [x]]);
  expect(peakBytes).toBe(48);
});

test('a result that is there already is needed and not run', () => {
  const { ir } = new Program();
  const x = ir.relu({ x: ir.image({ hash: 'a', shape: [3, 4] }) });
  const { steps, needs, results, peakBytes } = schedule([x], value => value === x);
  expect({ steps, needs, results, peakBytes }).toEqual({ steps: [], needs: [x], results: [x], peakBytes: 0 });
});

test('R5 what is wanted twice is one result', () => {
  const { ir } = new Program();
  const x = ir.image({ hash: 'a', shape: [3, 4] });
  expect(schedule([x, x]).results).toEqual([x]);
});

/** Style losses at every block of an encoder shaped like VGG-19, and their gradient. */
function paintingStep() {
  const program = new Program();
  const { ir } = program;
  const layers = [64, 128, 256, 512, 512].flatMap((channels, block) =>
    [1, 2].map(at => ({ name: `conv${block + 1}_${at}`, channels })),
  );
  const preprocessing = { factors: [2, 2, 2], offsets: [-1, -1, -1], title: '' } as const;
  const encoder = { hash: 'vgg', title: 'VGG', layers, preprocessing };
  const x = ir.carried({ picture: 'p', name: 'picture', shape: [128, 128, 3] });
  const taps = encode(ir, { encoder, pooling: 'max', padding: 'zero' }, x, [
    'relu1_1',
    'relu2_1',
    'relu3_1',
    'relu4_1',
    'relu5_1',
  ]);
  const loss = Object.entries(taps)
    .map(([tap, features]) => {
      const target = ir.image({ hash: tap, shape: features.shape });
      return ir.meanSquare({ x: ir.subtract({ a: features, b: target }) });
    })
    .reduce((a, b) => ir.add({ a, b }));
  return { results: [...gradientsOf(program, loss, [x]), loss] };
}

test('R6 a gradient that only waits to be added is held back: the peak is lower than in order of creation', () => {
  const { results } = paintingStep();
  const planned = schedule(results);
  const created = reachable(results)
    .filter(({ op }) => !isLeaf(op))
    .sort((a, b) => a.id - b.id);
  const inOrder = created.map((value, at): Step => {
    const spent = [value, ...value.operands].filter(
      used =>
        created.includes(used) &&
        !results.includes(used) &&
        !created.some((later, when) => when > at && later.operands.includes(used)),
    );
    return { value, free: spent };
  });
  expect(planned.steps).toHaveLength(created.length);
  expect(planned.peakBytes).toBeLessThan(0.9 * simulatedPeak(inOrder));
});

test('ten thousand values in a row and side by side become ten thousand steps', () => {
  const { ir } = new Program();
  const x = ir.image({ hash: 'a', shape: [4] });
  let deep = x;
  const wide: Value[] = [];
  for (let at = 0; at < 5000; at++) {
    deep = ir.relu({ x: ir.affine({ x: deep }, { factor: 1, offset: 1 }) });
    wide.push(ir.affine({ x }, { factor: 1, offset: at + 2 }));
  }
  const { steps, results } = schedule([deep, ...wide]);
  expect(steps).toHaveLength(15_000);
  expect(results).toHaveLength(5001);
});
