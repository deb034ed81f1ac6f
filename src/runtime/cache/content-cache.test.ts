import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { onWasm } from '../testing/on-wasm.ts';
import { ContentCache } from './content-cache.ts';

onWasm();

/** A cache whose clock stands still until it is moved. */
function cacheOf(budget: number) {
  const clock = { now: 0 };
  return { cache: new ContentCache({ budget, now: () => clock.now }), clock };
}

/** A tensor of so many bytes. */
const sized = (bytes: number) => tf.zeros([bytes / 4]);

test('what is put is found by its key, and its bytes are counted', () => {
  const { cache } = cacheOf(1000);
  cache.put('a', sized(40), 'computed', 1);
  expect(cache.get('a')?.shape).toEqual([10]);
  expect([cache.bytes, cache.bytesAt('a'), cache.bytesAt('b')]).toEqual([40, 40, 0]);
  expect([cache.look('a'), cache.look('b')]).toEqual([true, false]);
  expect(cache.counts).toEqual({ hits: 1, misses: 1, evictions: 0 });
  cache.dispose();
});

test('a key that is taken keeps its tensor; the other is freed', () => {
  const { cache } = cacheOf(1000);
  const before = tf.memory().numTensors;
  const [first, second] = [sized(40), sized(40)];
  cache.put('a', first, 'computed', 1);
  cache.put('a', second, 'computed', 1);
  expect(cache.get('a')).toBe(first);
  expect(second.isDisposed).toBe(true);
  cache.dispose();
  expect(tf.memory().numTensors).toBe(before);
});

test('R4 of two of the same age and size, the one that is cheap to make again goes', () => {
  const { cache } = cacheOf(100);
  cache.put('dear', sized(40), 'computed', 500);
  cache.put('cheap', sized(40), 'computed', 1);
  cache.put('new', sized(40), 'computed', 1);
  expect([cache.has('dear'), cache.has('cheap'), cache.has('new')]).toEqual([true, false, true]);
  cache.dispose();
});

test('R4 of two that are as dear, the older goes; looking at one makes it young', () => {
  const { cache, clock } = cacheOf(100);
  cache.put('a', sized(40), 'computed', 1);
  cache.put('b', sized(40), 'computed', 1);
  clock.now = 100;
  cache.get('a');
  clock.now = 200;
  cache.put('c', sized(40), 'computed', 1);
  expect([cache.has('a'), cache.has('b')]).toEqual([true, false]);
  cache.dispose();
});

test('what is pinned stays however full it is, and goes when it is let go', () => {
  const { cache, clock } = cacheOf(100);
  cache.put('a', sized(80), 'computed', 1);
  const letGo = cache.pin(['a']);
  clock.now = 50;
  cache.put('b', sized(80), 'computed', 1);
  expect([cache.has('a'), cache.has('b')]).toEqual([true, true]);
  cache.get('b');
  letGo();
  letGo();
  expect(cache.bytes).toBe(80);
  cache.dispose();
});

test('targets that fill the cache do not throw out the encoder', () => {
  const { cache, clock } = cacheOf(1000);
  cache.put('weights', sized(300), 'weights', 0);
  for (let i = 0; i < 20; i++) {
    clock.now += 1000;
    cache.put(`target ${i}`, sized(200), 'computed', 1000);
  }
  expect(cache.has('weights')).toBe(true);
  expect(cache.bytes).toBeLessThanOrEqual(1000);
  cache.dispose();
});

test('a smaller budget makes room at once', () => {
  const { cache } = cacheOf(1000);
  for (const key of ['a', 'b', 'c']) cache.put(key, sized(200), 'computed', 1);
  cache.budget = 450;
  expect([cache.tensors, cache.bytes, cache.counts.evictions]).toEqual([2, 400, 1]);
  cache.dispose();
});

test('renamed, it is found by its new key; where that is taken, one of the two is freed', () => {
  const { cache } = cacheOf(1000);
  cache.put('a', sized(40), 'computed', 1);
  cache.rename('a', 'b');
  expect([cache.has('a'), cache.has('b')]).toEqual([false, true]);
  cache.put('c', sized(40), 'computed', 1);
  cache.rename('c', 'b');
  expect([cache.tensors, cache.bytes]).toEqual([1, 40]);
  cache.dispose();
});
