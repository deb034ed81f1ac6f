import { expect, test } from 'vitest';
import { at, made, type Numbers, random } from '../../testing/numbers.ts';
import { opCase, proveOp, proveWorkspace } from '../../testing/prove.ts';
import { Program } from '../program.ts';

type Mode = 'replicate' | 'reflect';
const modes: readonly Mode[] = ['replicate', 'reflect'];

/** Where along an axis of `size` the padded pixel `index` comes from. */
function source(index: number, size: number, amount: number, mode: Mode): number {
  const inner = index - amount;
  if (mode === 'replicate') return Math.min(size - 1, Math.max(0, inner));
  return inner < 0 ? -inner : inner >= size ? 2 * (size - 1) - inner : inner;
}

const padded = (x: Numbers, amount: number, mode: Mode): Numbers => {
  const [h = 0, w = 0, channels = 0] = x.shape;
  return made([h + 2 * amount, w + 2 * amount, channels], (i = 0, j = 0, c = 0) =>
    at(x, source(i, h, amount, mode), source(j, w, amount, mode), c),
  );
};

function folded(y: Numbers, amount: number, mode: Mode): Numbers {
  const [height = 0, width = 0, channels = 0] = y.shape;
  const [h, w] = [height - 2 * amount, width - 2 * amount];
  const data = new Float64Array(h * w * channels);
  for (let i = 0; i < height; i++) {
    for (let j = 0; j < width; j++) {
      for (let c = 0; c < channels; c++) {
        const to = (source(i, h, amount, mode) * w + source(j, w, amount, mode)) * channels + c;
        data[to] = (data[to] ?? 0) + at(y, i, j, c);
      }
    }
  }
  return { shape: [h, w, channels], data };
}

proveOp(
  'pad',
  modes.flatMap(mode =>
    [
      { amount: 1, size: [7, 5] },
      { amount: 3, size: [4, 5] },
      { amount: 2, size: mode === 'replicate' ? [1, 2] : [3, 4] },
    ].flatMap(({ amount, size: [h = 0, w = 0] }) => [
      opCase({
        title: `${mode} ${amount} around [${h}, ${w}]`,
        inputs: { x: random([h, w, 3], 1) },
        build: (ir, given) => ir.pad(given, { mode, amount, adjoint: false }),
        expected: ({ x }) => padded(x, amount, mode),
      }),
      opCase({
        title: `${mode} ${amount} folded back onto [${h}, ${w}]`,
        inputs: { x: random([h + 2 * amount, w + 2 * amount, 3], 1) },
        build: (ir, given) => ir.pad(given, { mode, amount, adjoint: true }),
        expected: ({ x }) => folded(x, amount, mode),
      }),
    ]),
  ),
);

for (const mode of modes) {
  for (const adjoint of [false, true]) {
    proveWorkspace(`pad, ${mode}, adjoint ${adjoint}`, { x: [167, 145, 8] }, (ir, given) =>
      ir.pad(given, { mode, amount: 2, adjoint }),
    );
  }
}

test('a border of nothing is nothing, and a picture must hold what is mirrored', () => {
  const { ir } = new Program();
  const x = ir.image({ shape: [2, 4, 3], hash: 'x' });
  expect(ir.pad({ x }, { mode: 'reflect', amount: 0, adjoint: false })).toBe(x);
  expect(() => ir.pad({ x }, { mode: 'reflect', amount: 2, adjoint: false })).toThrow('too small');
});
