import { expect, test } from 'vitest';
import { expectClose } from '../testing/differences.ts';
import { evaluateWith } from '../testing/evaluate-with.ts';
import { at, made, type Numbers, random, scalar, sumOf } from '../testing/numbers.ts';
import { onWasm } from '../testing/on-wasm.ts';
import { dependants, gradientsOf, pullBack } from './differentiate.ts';
import { Program } from './program.ts';
import { reachable } from './reachable.ts';
import type { Value } from './value.ts';

onWasm();

/** Σ (s·a∘a + a) ∘ b + mean(a²)·Σ b: `a` is used five times, once through a scalar. */
function composed() {
  const program = new Program();
  const { ir } = program;
  const a = ir.image({ hash: 'a', shape: [3, 5] });
  const b = ir.image({ hash: 'b', shape: [3, 5] });
  const s = ir.live({ node: 'test', name: 's' });
  const grown = ir.add({ a: ir.scale({ x: ir.multiply({ a, b: a }), by: s }), b: a });
  const energy = ir.meanSquare({ x: a });
  const loss = ir.add({
    a: ir.sum({ x: ir.multiply({ a: grown, b }) }),
    b: ir.sum({ x: ir.scale({ x: b, by: energy }) }),
  });
  return { program, a, b, s, loss };
}

const inputs: Readonly<Record<string, Numbers>> = {
  a: random([3, 5], 1),
  b: random([3, 5], 2),
  s: scalar(0.75),
};

const bind = ({ attributes: { hash, name } }: Value) => inputs[String(hash ?? name)];

function lossOf({ a, b, s }: Readonly<Record<string, Numbers>>): number {
  if (!a || !b || !s) return Number.NaN;
  const [x, y, factor] = [[...a.data], [...b.data], s.data[0] ?? 0];
  const energy = x.reduce((sum, value) => sum + value * value, 0) / x.length;
  return sumOf(x.length, i => {
    const [p = 0, q = 0] = [x[i], y[i]];
    return (factor * p * p + p) * q + energy * q;
  });
}

function centralDifferences(by: string): Numbers {
  const input = inputs[by] ?? scalar(0);
  const changed = (index: number, change: number) => {
    const data = Float64Array.from(input.data);
    data[index] = (data[index] ?? 0) + change;
    return lossOf({ ...inputs, [by]: { shape: input.shape, data } });
  };
  return {
    shape: input.shape,
    data: input.data.map((_, index) => (changed(index, 1e-6) - changed(index, -1e-6)) / 2e-6),
  };
}

test('R7 what a value gives in several ways is added up: a program with fan-out agrees with central differences', async () => {
  const { program, a, b, s, loss } = composed();
  const gradients = await evaluateWith(gradientsOf(program, loss, [a, b, s]), bind);
  expectClose(gradients[0], centralDifferences('a'));
  expectClose(gradients[1], centralDifferences('b'));
  expectClose(gradients[2], centralDifferences('s'));
});

test('R7 the pull-back of several seeds is the sum of what each gives', async () => {
  const program = new Program();
  const { ir } = program;
  const a = ir.image({ hash: 'a', shape: [3, 5] });
  const matrix = ir.matmul({ a, b: ir.transpose({ x: a }) });
  const energy = ir.meanSquare({ x: a });
  const [gradient] = pullBack(
    program,
    [
      { of: matrix, dy: ir.image({ hash: 'dy', shape: [3, 3] }) },
      { of: energy, dy: ir.live({ node: 'test', name: 's' }) },
    ],
    [a],
  );
  const dy = random([3, 3], 5);
  const values = gradient ? [gradient] : [];
  const [computed] = await evaluateWith(values, leaf => (leaf.attributes.hash === 'dy' ? dy : bind(leaf)));
  const x = inputs.a ?? scalar(0);
  expectClose(
    computed,
    made([3, 5], (i, j) => {
      const throughMatrix = sumOf(3, k => (at(dy, i, k) + at(dy, k, i)) * at(x, k, j));
      return throughMatrix + (0.75 * 2 * at(x, i, j)) / 15;
    }),
  );
});

test('what nothing depends on gets zeros of its own shape', async () => {
  const { program, loss } = composed();
  const aside = program.ir.image({ hash: 'aside', shape: [2, 7] });
  const [gradient] = gradientsOf(program, loss, [aside]);
  expect(gradient?.op.name).toBe('fill');
  const [zeros] = await evaluateWith(gradient ? [gradient] : [], bind);
  expect(zeros?.shape).toEqual([2, 7]);
  expect([...(zeros?.data ?? [])]).toEqual(Array(14).fill(0));
});

test('the gradient of a value with respect to itself is one', async () => {
  const { program, loss } = composed();
  const [one] = await evaluateWith(gradientsOf(program, loss, [loss]), bind);
  expect(one).toEqual(scalar(1));
});

test('an op without a gradient on the way says which op and which input it is', () => {
  const program = new Program();
  const { ir } = program;
  const x = ir.image({ hash: 'a', shape: [3, 5] });
  const masked = ir.reluGradient({ dy: x, y: ir.image({ hash: 'b', shape: [3, 5] }) });
  const loss = ir.sum({ x: masked });
  expect(() => gradientsOf(program, loss, [x])).toThrow(
    'The op reluGradient has no gradient with respect to its input dy.',
  );
});

test('an op without a gradient does no harm where nothing that is optimised goes through it', () => {
  const program = new Program();
  const { ir } = program;
  const x = ir.image({ hash: 'a', shape: [3, 5] });
  const y = ir.image({ hash: 'b', shape: [3, 5] });
  const loss = ir.sum({ x: ir.multiply({ a: x, b: ir.reluGradient({ dy: y, y }) }) });
  expect(() => gradientsOf(program, loss, [x])).not.toThrow();
});

test('R8 a gradient belongs to the nodes of the value that it flows through', () => {
  const program = new Program();
  const { ir } = program;
  const x = ir.image({ hash: 'a', shape: [3, 5] });
  const loss = program.attributeTo(['loss'], () => ir.meanSquare({ x }));
  const [gradient] = program.attributeTo(['optimiser'], () => gradientsOf(program, loss, [x]));
  expect([...(gradient?.origins ?? [])]).toEqual(['loss']);
});

test('what is optimised and all that is made of it depend on it, and nothing else does', () => {
  const program = new Program();
  const { ir } = program;
  const x = ir.image({ hash: 'a', shape: [4] });
  const target = ir.affine({ x: ir.image({ hash: 'b', shape: [4] }) }, { factor: 2, offset: 0 });
  const distance = ir.subtract({ a: x, b: target });
  const loss = ir.meanSquare({ x: distance });
  expect(dependants(reachable([loss]), [x])).toEqual(new Set([x, distance, loss]));
});
