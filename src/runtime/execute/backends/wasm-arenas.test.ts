import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import type { Arena } from '../../compile/arena/arena.ts';
import { onWasm } from '../../testing/on-wasm.ts';
import { watchHeap } from '../../testing/watch-heap.ts';
import { arenasNow, type Lease } from '../arenas.ts';

onWasm();

const bytes = 2 ** 20;
/** Its two steps make a tensor of a mebibyte each, in the same place. */
const arena: Arena = { bytes, looseBytes: 0, steps: [0, 1].map(() => ({ result: { place: 0, bytes } })) };
const larger: Arena = { ...arena, bytes: 8 * bytes };

const full = (value: number) => tf.fill([bytes / 4], value);

function leaseOf(wanted: Arena): Lease {
  const lease = arenasNow()?.lease(wanted);
  if (!lease) throw new Error('WebAssembly has no arenas.');
  return lease;
}

/** All numbers of a tensor, once each. */
const valuesOf = (tensor: tf.Tensor): number[] => [...new Set(tensor.dataSync())];

test('a tensor lies where it was planned, and takes nothing else', () => {
  const lease = leaseOf(arena);
  const watch = watchHeap();
  for (const at of [0, 1]) lease.inStep(at, () => full(at)).dispose();
  expect(watch.stop().peak).toBeLessThan(bytes);
  lease.end();
});

test('a tensor that outlives its plan keeps its place: nothing is written over it', () => {
  const lease = leaseOf(arena);
  const first = lease.inStep(0, () => full(1));
  const second = lease.inStep(1, () => full(2));
  expect([valuesOf(first), valuesOf(second)]).toEqual([[1], [2]]);
  second.dispose();
  lease.end();
  const again = leaseOf(arena);
  const third = again.inStep(0, () => full(3));
  expect([valuesOf(first), valuesOf(third)]).toEqual([[1], [3]]);
  again.end();
  tf.dispose([first, third]);
});

test('a result that is made in the workspace is moved to its own place, or out of the arena if it has none', () => {
  const places = { result: { place: 0, bytes }, workspace: { place: bytes, bytes } };
  const { workspace } = places;
  const lease = leaseOf({ ...arena, bytes: 2 * bytes, steps: [places, { workspace }, places] });
  const inStep = (at: number) => lease.inStep(at, () => full(at));
  const first = inStep(0);
  const watch = watchHeap();
  const second = inStep(1);
  expect(watch.stop().left).toBe(bytes);
  first.dispose();
  const third = inStep(2);
  expect([second, third].map(valuesOf)).toEqual([[1], [2]]);
  tf.dispose([second, third]);
  lease.end();
});

test('schedules that run at the same time have an arena each', () => {
  const [one, other] = [leaseOf(arena), leaseOf(arena)];
  const watch = watchHeap();
  const tensors = [one, other].map((lease, at) => lease.inStep(0, () => full(at)));
  expect(tensors.map(valuesOf)).toEqual([[0], [1]]);
  expect(watch.stop().peak).toBeLessThan(bytes);
  tf.dispose(tensors);
  one.end();
  other.end();
});

test('R5 a larger arena takes the place of the one before, once nothing lies in that any more', () => {
  leaseOf(arena).end();
  const watch = watchHeap();
  leaseOf(larger).end();
  const left = watch.stop().left;
  expect(left).toBeGreaterThan(larger.bytes / 2);
  expect(left).toBeLessThanOrEqual(larger.bytes + 1024);
  const lease = leaseOf(larger);
  const kept = lease.inStep(0, () => full(7));
  lease.end();
  const largest = leaseOf({ ...arena, bytes: 16 * bytes });
  largest.end();
  expect(valuesOf(kept)).toEqual([7]);
  kept.dispose();
});
