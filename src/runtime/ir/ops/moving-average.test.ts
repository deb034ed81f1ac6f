import { at, made, random } from '../../testing/numbers.ts';
import { opCase, proveOp, proveWorkspace } from '../../testing/prove.ts';

const scalars = { keep: random([], 3, 0.5, 1), take: random([], 4, 0, 0.5) };

proveOp(
  'movingAverage',
  [
    [7, 5, 3],
    [6, 4, 3],
    [2, 3, 1],
  ].flatMap(shape =>
    [false, true].map(squares =>
      opCase({
        title: `of ${squares ? 'squares of ' : ''}[${shape}]`,
        inputs: { average: random(shape, 1), sample: random(shape, 2), ...scalars },
        build: (ir, given) => ir.movingAverage(given, { squares }),
        expected: ({ average, sample, keep, take }) =>
          made(shape, (...place) => {
            const fresh = at(sample, ...place) ** (squares ? 2 : 1);
            return at(average, ...place) * at(keep) + fresh * at(take);
          }),
        gradients: [],
        flops: (squares ? 4 : 3) * shape.reduce((product, extent) => product * extent, 1),
      }),
    ),
  ),
);

proveWorkspace(
  'movingAverage',
  { average: [67, 45, 8], sample: [67, 45, 8], keep: [], take: [] },
  (ir, given) => ir.movingAverage(given, { squares: true }),
);
