import { describe, expect, test } from 'vitest';
import { expectClose } from '../testing/differences.ts';
import { evaluateWith } from '../testing/evaluate-with.ts';
import { random } from '../testing/numbers.ts';
import { onWasm } from '../testing/on-wasm.ts';
import { Program } from './program.ts';
import { reachable } from './reachable.ts';
import { convolveOnce, substitute } from './rewrite.ts';
import type { Value } from './value.ts';

onWasm();

const leafNumbers = ({ shape, id }: Value) => random(shape, id + 1);
const convolutionsOf = (roots: readonly Value[]) => reachable(roots).filter(({ op }) => op.name === 'conv2d');

function layer(program = new Program()) {
  const { ir } = program;
  const x = ir.image({ hash: 'x', shape: [5, 7, 3] });
  const kernel = ir.weight({ encoder: 'e', tensor: 'kernel', shape: [3, 3, 3, 4] });
  const bias = ir.weight({ encoder: 'e', tensor: 'bias', shape: [4] });
  const convolve = (relu: boolean) => ir.conv2d({ x, kernel, bias }, { padding: 1, relu });
  return { program, ir, x, convolve };
}

describe('a layer that is wanted before and behind its ReLU', () => {
  test('R2 is convolved once', () => {
    const { program, ir, convolve } = layer();
    const before = ir.meanSquare({ x: convolve(false) });
    const behind = ir.meanSquare({ x: ir.maxPool({ x: convolve(true) }) });
    const changed = convolveOnce(program, [before, behind]);
    const roots = [before, behind].map(value => changed.get(value) ?? value);
    expect(convolutionsOf([before, behind])).toHaveLength(2);
    expect(convolutionsOf(roots)).toEqual([convolve(false)]);
  });

  test('gives the same numbers', async () => {
    const { program, ir, convolve } = layer();
    const roots = [convolve(false), ir.averagePool({ x: convolve(true) })];
    const changed = convolveOnce(program, roots);
    const plain = await evaluateWith(roots, leafNumbers);
    const once = await evaluateWith(
      roots.map(value => changed.get(value) ?? value),
      leafNumbers,
    );
    for (const [index, expected] of plain.entries()) expectClose(once[index], expected);
  });

  test('is convolved once also where the second of two layers stands on the first', () => {
    const { program, ir, convolve } = layer();
    const kernel = ir.weight({ encoder: 'e', tensor: 'deeper', shape: [3, 3, 4, 4] });
    const deeper = (x: Value, relu: boolean) => ir.conv2d({ x, kernel }, { padding: 1, relu });
    const roots = [convolve(false), deeper(convolve(true), true), deeper(convolve(true), false)];
    const changed = convolveOnce(program, roots);
    expect(convolutionsOf(roots.map(value => changed.get(value) ?? value))).toHaveLength(2);
  });
});

test('a ReLU stays part of its convolution where nothing else needs that', () => {
  const { program, ir, convolve } = layer();
  const root = ir.meanSquare({ x: convolve(true) });
  expect(convolveOnce(program, [root]).size).toBe(0);
});

test('the same kernel on another picture is another convolution, and stays as it is', () => {
  const { program, ir, convolve } = layer();
  const x = ir.image({ hash: 'y', shape: [5, 7, 3] });
  const kernel = ir.weight({ encoder: 'e', tensor: 'kernel', shape: [3, 3, 3, 4] });
  const other = ir.conv2d({ x, kernel }, { padding: 1, relu: false });
  expect(convolveOnce(program, [convolve(true), other]).size).toBe(0);
});

test('substituted values are exchanged wherever they are used, and the rest is the same value as before', async () => {
  const { program, ir, x, convolve } = layer();
  const y = ir.image({ hash: 'y', shape: x.shape });
  const untouched = ir.relu({ x: y });
  const mixed = ir.subtract({ a: ir.scale({ x, by: ir.meanSquare({ x }) }), b: y });
  const counterparts = substitute(program, [mixed, untouched, convolve(true)], new Map([[x, y]]));
  const exchanged = counterparts.get(mixed);
  expect(counterparts.get(untouched)).toBe(untouched);
  expect(reachable(exchanged ? [exchanged] : [])).not.toContain(x);
  expect(exchanged).toBe(ir.subtract({ a: ir.scale({ x: y, by: ir.meanSquare({ x: y }) }), b: y }));
  expect(counterparts.get(x)).toBe(y);
});

test('R8 what was rebuilt belongs to the nodes of what it replaces', () => {
  const { program, ir, x } = layer();
  const made = program.attributeTo(['loss'], () => ir.meanSquare({ x }));
  const y = ir.image({ hash: 'y', shape: x.shape });
  const rebuilt = program.attributeTo(['optimiser'], () => substitute(program, [made], new Map([[x, y]])));
  expect([...(rebuilt.get(made)?.origins ?? [])]).toEqual(['loss']);
});
