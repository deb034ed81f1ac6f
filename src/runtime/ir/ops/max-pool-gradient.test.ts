import { at, made, type Numbers, random } from '../../testing/numbers.ts';
import { opCase, proveOp, proveWorkspace } from '../../testing/prove.ts';

const places = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
] as const;

/** The first of each block that is as large as its maximum takes all. */
function firstWinners(dy: Numbers, x: Numbers): Numbers {
  const [h = 0, w = 0] = x.shape;
  return made(x.shape, (row = 0, column = 0, c = 0) => {
    const [i, j] = [row >> 1, column >> 1];
    if (i >= h >> 1 || j >= w >> 1) return 0;
    const block = places.map(([p, q]) => at(x, 2 * i + p, 2 * j + q, c));
    return block.indexOf(Math.max(...block)) === 2 * (row & 1) + (column & 1) ? at(dy, i, j, c) : 0;
  });
}

const maxima = (x: Numbers): Numbers =>
  made([(x.shape[0] ?? 0) >> 1, (x.shape[1] ?? 0) >> 1, x.shape[2] ?? 0], (i = 0, j = 0, c = 0) =>
    Math.max(...places.map(([p, q]) => at(x, 2 * i + p, 2 * j + q, c))),
  );

const apart = random([7, 5, 3], 1);
const tied = made([9, 11, 4], (i = 0, j = 0, c = 0) => [0, 1, 1, 0, 2][(i * j + i + c) % 5] ?? 0);
const flat = made([6, 4, 2], () => 0.5);

proveOp(
  'maxPoolGradient',
  [
    { title: 'numbers that differ, of an odd size', x: apart },
    { title: 'numbers that tie', x: tied },
    { title: 'a flat area', x: flat },
  ].map(({ title, x }) =>
    opCase({
      title,
      inputs: { dy: random(maxima(x).shape, 2), x, y: maxima(x) },
      build: (ir, given) => ir.maxPoolGradient(given),
      expected: given => firstWinners(given.dy, given.x),
      gradients: [],
    }),
  ),
);

proveWorkspace('maxPoolGradient', { dy: [33, 22, 8], x: [67, 45, 8], y: [33, 22, 8] }, (ir, given) =>
  ir.maxPoolGradient(given),
);
