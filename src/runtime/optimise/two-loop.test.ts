import { test } from 'vitest';
import { Program } from '../ir/program.ts';
import { expectClose } from '../testing/differences.ts';
import { evaluateWith } from '../testing/evaluate-with.ts';
import { at, made, type Numbers, random, scalar, sumOf } from '../testing/numbers.ts';
import { onWasm } from '../testing/on-wasm.ts';
import { inverseHessian } from './two-loop.ts';

onWasm();

const [rows, columns, channels] = [3, 1, 3];
const count = rows * columns * channels;
const gradient = random([rows, columns, channels], 1);
/** The newest first; every change leans the way of its step, so that the curvature is positive. */
const taught = Array.from({ length: 4 }, (_, pair) => {
  const step = random([rows, columns, channels], 2 * pair + 2);
  const other = random([rows, columns, channels], 2 * pair + 3);
  const change = {
    ...step,
    data: step.data.map((value, index) => 2 * value + 0.5 * (other.data[index] ?? 0)),
  };
  return { step, change };
});
const scale = 0.7;

const dot = (a: Numbers, b: Numbers) => sumOf(count, index => (a.data[index] ?? 0) * (b.data[index] ?? 0));

/** H ← (I − ρ s yᵀ) H (I − ρ y sᵀ) + ρ s sᵀ, the matrix written out (Nocedal and Wright 2006, eq. 7.16). */
function byTheMatrix(): Numbers {
  let h = made([count, count], (i, j) => (i === j ? scale : 0));
  for (const { step, change } of taught.toReversed()) {
    const rho = 1 / dot(step, change);
    const left = made(
      [count, count],
      (i, j) => Number(i === j) - rho * (step.data[i] ?? 0) * (change.data[j] ?? 0),
    );
    const before = h;
    const half = made([count, count], (i, j) => sumOf(count, k => at(left, i, k) * at(before, k, j)));
    h = made(
      [count, count],
      (i, j) =>
        sumOf(count, k => at(half, i, k) * at(left, j, k)) + rho * (step.data[i] ?? 0) * (step.data[j] ?? 0),
    );
  }
  return {
    ...gradient,
    data: gradient.data.map((_, i) => sumOf(count, j => at(h, i, j) * (gradient.data[j] ?? 0))),
  };
}

const recursion = async (
  curvatureOf: (pair: (typeof taught)[number]) => number,
): Promise<Numbers | undefined> => {
  const { ir } = new Program();
  const given = new Map<string, Numbers>([
    ['gradient', gradient],
    ['scale', scalar(scale)],
    ...taught.flatMap(({ step, change }, index) => [
      [`step${index}`, step] as const,
      [`change${index}`, change] as const,
    ]),
    ...taught.map((pair, index) => [`curvature${index}`, scalar(curvatureOf(pair))] as const),
  ]);
  const leaf = (name: string) => ir.image({ hash: name, shape: given.get(name)?.shape ?? [] });
  const pairs = taught.map((_, index) => ({
    step: leaf(`step${index}`),
    change: leaf(`change${index}`),
    curvature: leaf(`curvature${index}`),
  }));
  const direction = inverseHessian(ir, leaf('gradient'), pairs, leaf('scale'));
  const [numbers] = await evaluateWith([direction], ({ attributes: { hash } }) => given.get(String(hash)));
  return numbers;
};

test('the two loops are the product with the matrix that nobody makes', async () => {
  expectClose(await recursion(({ step, change }) => 1 / dot(step, change)), byTheMatrix());
});

test('pairs that are not there change nothing: the gradient is scaled', async () => {
  expectClose(await recursion(() => 0), { ...gradient, data: gradient.data.map(value => scale * value) });
});
