import { expect, test } from 'vitest';
import { message } from '../language/message.ts';
import { onWasm } from '../runtime/testing/on-wasm.ts';
import { patchLoss } from './patch-loss.ts';
import { inferAlone } from './testing/alone.ts';
import { compared, dot, latticeOf, liveWeights, type Rows, squares } from './testing/feature-loss.ts';

onWasm();

/** Patches of 3×3, each as one long row. */
function patchesOf(rows: Rows, [height, width]: readonly [number, number]): Rows {
  const patch = (i: number, j: number) =>
    [0, 1, 2].flatMap(di => [0, 1, 2].flatMap(dj => rows[(i + di) * width + j + dj] ?? []));
  return Array.from({ length: (height - 2) * (width - 2) }, (_, at) =>
    patch(Math.floor(at / (width - 2)), at % (width - 2)),
  );
}

function nearest(patch: readonly number[], among: Rows): readonly number[] {
  const likeness = among.map(other => dot(patch, other) / Math.sqrt(dot(other, other)));
  return among[likeness.indexOf(Math.max(...likeness))] ?? [];
}

const distance = (own: Rows, theirs: Rows) =>
  squares(own.map(patch => patch.map((value, at) => value - (nearest(patch, theirs)[at] ?? 0))));

test('R7 it is the mean squared difference of each patch to the most similar one of the target', async () => {
  const { picture, target, loss } = compared(patchLoss, [9, 7, 4], [6, 11, 4]);
  const [own, theirs] = [patchesOf(picture, [9, 7]), patchesOf(target, [6, 11])];
  expect(await loss({ balance: false })).toBeCloseTo(distance(own, theirs), 5);
  expect(await loss()).toBeCloseTo(distance(own, theirs) / squares(theirs), 5);
});

test('R7 single positions, on a lattice of samples', async () => {
  const { picture, target, loss } = compared(patchLoss, [9, 7, 4], [6, 11, 4]);
  const [own, theirs] = [latticeOf(picture, [9, 7], 4), latticeOf(target, [6, 11], 4)];
  expect(await loss({ balance: false, patch: 'one', samples: 4 })).toBeCloseTo(distance(own, theirs), 5);
});

test('R3 its weights are live', () => {
  expect(compared(patchLoss, [3, 5, 4], [3, 5, 4]).weights()).toEqual(liveWeights);
});

test('a layer that holds no patch is refused, at the side that is too small; single positions are taken', () => {
  const stack = (height: number) =>
    ({ type: 'features', from: 'vgg', layers: { relu3_1: [height, 9, 8] } }) as const;
  const arriving = { features: stack(5), target: stack(2) };
  const reason = message('patch.too-small', { layer: 'relu3_1', height: 2, width: 9 });
  expect(inferAlone(patchLoss, arriving)).toEqual({ ok: false, reason: { reason, port: 'target' } });
  expect(inferAlone(patchLoss, arriving, { patch: 'one' }).ok).toBe(true);
});
