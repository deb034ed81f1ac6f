import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { message } from '../../language/message.ts';
import { Refusal } from '../../language/result.ts';
import { type Ir, Program } from '../ir/program.ts';
import type { Value } from '../ir/value.ts';
import { onWasm } from '../testing/on-wasm.ts';
import { StepFailure } from './run-schedule.ts';
import { TensorStore } from './store.ts';

onWasm();

let before = { numTensors: 0, numBytes: 0 };
beforeEach(() => {
  before = tf.memory();
});
afterEach(() => {
  const { numTensors, numBytes } = tf.memory();
  expect([numTensors, numBytes]).toEqual([before.numTensors, before.numBytes]);
});

const ones = ({ shape }: Value) => tf.ones([...shape]);
const picture = (ir: Ir, hash = 'x') => ir.image({ hash, shape: [4, 4] });
const energy = (ir: Ir, hash = 'x') => ir.meanSquare({ x: ir.relu({ x: picture(ir, hash) }) });

function prepare(store: TensorStore, values: readonly Value[], load = ones): Value[] {
  return [...store.prepare(values, load)];
}

test('R2 what is asked for twice is computed once, also by another program', () => {
  const store = new TensorStore();
  expect(prepare(store, [energy(new Program().ir)])).toHaveLength(2);
  expect(prepare(store, [energy(new Program().ir)])).toHaveLength(0);
  expect(store.computed).toBe(2);
  store.dispose();
});

test('R2 what is held already is not computed again on the way to something else', () => {
  const store = new TensorStore();
  const { ir } = new Program();
  const half = energy(ir);
  const whole = ir.affine({ x: half }, { factor: 2, offset: 0 });
  prepare(store, [half]);
  expect(store.missing([whole]).steps.map(({ value }) => value)).toEqual([whole]);
  prepare(store, [whole]);
  expect(store.computed).toBe(3);
  expect(store.get(whole).dataSync()[0]).toBe(2);
  store.dispose();
});

test('leaves are loaded once, and only those that something needs', () => {
  const store = new TensorStore();
  const { ir } = new Program();
  const loaded: unknown[] = [];
  const load = (leaf: Value) => {
    loaded.push(leaf.attributes.hash);
    return ones(leaf);
  };
  picture(ir, 'unused');
  prepare(store, [energy(ir), ir.sum({ x: picture(ir) }), picture(ir)], load);
  expect(loaded).toEqual(['x']);
  store.dispose();
});

test('a value that was not prepared is a slip in our code, and says which', () => {
  const store = new TensorStore();
  const value = energy(new Program().ir);
  expect(store.has(value)).toBe(false);
  expect(() => store.get(value)).toThrow('meanSquare was not prepared.');
});

test('R5 what is retained stays, everything else is freed', () => {
  const store = new TensorStore();
  const { ir } = new Program();
  const [kept, dropped] = [energy(ir), energy(ir, 'y')];
  prepare(store, [kept, dropped]);
  const freed = store.get(dropped);
  store.retain([kept]);
  expect([store.has(kept), store.has(dropped), freed.isDisposed]).toEqual([true, false, true]);
  expect(tf.memory().numTensors - before.numTensors).toBe(1);
  store.dispose();
});

test('R5 a tensor put in the place of another frees that one', () => {
  const store = new TensorStore();
  const value = picture(new Program().ir);
  const first = tf.zeros([4, 4]);
  store.put(value, first);
  store.put(value, tf.ones([4, 4]));
  expect(first.isDisposed).toBe(true);
  expect(store.get(value).dataSync()[0]).toBe(1);
  store.dispose();
});

test('R5 whoever stops in the middle of preparing leaves no more than the leaves, which are the store’s', () => {
  const store = new TensorStore();
  const { ir } = new Program();
  const value = ir.sum({ x: ir.squareRoot({ x: ir.relu({ x: picture(ir) }) }) });
  for (const _ of store.prepare([value], ones)) break;
  expect(tf.memory().numTensors - before.numTensors).toBe(1);
  expect([store.has(picture(ir)), store.has(value)]).toEqual([true, false]);
  store.dispose();
});

test('R8 a leaf that cannot be loaded fails with its address, and what was loaded before stays the store’s', () => {
  const store = new TensorStore();
  const program = new Program();
  const here = program.attributeTo(['here'], () => picture(program.ir, 'here'));
  const gone = program.attributeTo(['gone'], () => picture(program.ir, 'gone'));
  const load = (leaf: Value) => {
    if (leaf === gone) throw new Refusal(message('taps.none'));
    return ones(leaf);
  };
  const failure = (() => {
    try {
      prepare(store, [program.ir.add({ a: here, b: gone })], load);
    } catch (error) {
      return error;
    }
  })();
  expect(failure).toBeInstanceOf(StepFailure);
  expect(failure).toMatchObject({ value: gone, cause: { reason: { id: 'taps.none' } } });
  store.dispose();
});
