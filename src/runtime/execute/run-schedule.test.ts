import * as tf from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { schedule } from '../compile/schedule.ts';
import type { Op } from '../ir/op.ts';
import { Program } from '../ir/program.ts';
import type { Value } from '../ir/value.ts';
import { onWasm } from '../testing/on-wasm.ts';
import { runAtOnce, runSchedule, StepFailure } from './run-schedule.ts';

onWasm();

const failing: Op<'x'> = {
  name: 'failing',
  version: 1,
  shape: ({ x }) => x,
  flops: () => 0,
  run: ({ x }) => {
    tf.add(x, 1);
    throw new Error('out of memory');
  },
};

/** Runs `work` with a picture [2, 2] of ones, and tells how many tensors are left of it. */
function withPicture(work: (program: Program, leaf: Value, given: (value: Value) => tf.Tensor) => void): {
  tensors: number;
  bytes: number;
} {
  const before = tf.memory();
  const program = new Program();
  const leaf = program.ir.image({ hash: 'x', shape: [2, 2] });
  const picture = tf.ones([2, 2]);
  work(program, leaf, value => {
    if (value !== leaf) throw new Error(`${value.op.name} was not given.`);
    return picture;
  });
  expect(picture.isDisposed).toBe(false);
  picture.dispose();
  const after = tf.memory();
  return { tensors: after.numTensors - before.numTensors, bytes: after.numBytes - before.numBytes };
}

const nothing = { tensors: 0, bytes: 0 };

test('R5 only the results are left of a schedule, and they are the caller’s', () => {
  const left = withPicture(({ ir }, x, given) => {
    const doubled = ir.affine({ x }, { factor: 2, offset: 0 });
    const sum = ir.sum({ x: ir.relu({ x: ir.add({ a: doubled, b: x }) }) });
    const results = runAtOnce(schedule([sum, doubled]), given);
    expect(results.get(sum)?.dataSync()[0]).toBe(12);
    expect([...(results.get(doubled)?.dataSync() ?? [])]).toEqual([2, 2, 2, 2]);
    expect(tf.memory().numTensors).toBeGreaterThan(0);
    tf.dispose([...results.values()]);
  });
  expect(left).toEqual(nothing);
});

test('R8 a failure names the value that was being computed, and R5 frees everything before it', () => {
  const left = withPicture((program, x, given) => {
    const { ir } = program;
    const before = program.attributeTo(['taps'], () => ir.squareRoot({ x: ir.relu({ x }) }));
    const broken = program.attributeTo(['loss'], () => program.append(failing, { x: before }, {}));
    const result = ir.sum({ x: ir.add({ a: broken, b: before }) });
    const failure = catchFailure(() => runAtOnce(schedule([result]), given));
    expect(failure.value).toBe(broken);
    expect([...failure.value.origins]).toEqual(['loss']);
    expect(failure.message).toBe('failing failed: out of memory');
    expect(failure.cause).toEqual(new Error('out of memory'));
  });
  expect(left).toEqual(nothing);
});

test('R6 an op that gives another shape than planned fails where it happens', () => {
  const left = withPicture((program, x, given) => {
    const liar: Op<'x'> = { ...failing, name: 'liar', run: () => tf.zeros([3]) };
    const lie = program.append(liar, { x }, {});
    const failure = catchFailure(() => runAtOnce(schedule([lie]), given));
    expect(failure.message).toBe('liar failed: liar gave [3] where [2,2] was planned.');
  });
  expect(left).toEqual(nothing);
});

test('R5 whoever stops between two steps leaves nothing behind', () => {
  const left = withPicture(({ ir }, x, given) => {
    const result = ir.sum({ x: ir.squareRoot({ x: ir.relu({ x }) }) });
    const running = runSchedule(schedule([result]), given);
    running.next();
    running.next();
    running.return(new Map());
    expect(running.next()).toEqual({ done: true, value: undefined });
  });
  expect(left).toEqual(nothing);
});

test('R10 control comes back after each step, with the value and its tensor', () => {
  const left = withPicture(({ ir }, x, given) => {
    const rectified = ir.relu({ x });
    const result = ir.sum({ x: rectified });
    const running = runSchedule(schedule([result]), given);
    const first = running.next();
    expect(first.done).toBe(false);
    expect(first.value).toMatchObject({ value: rectified });
    running.next();
    const last = running.next();
    expect(last.done).toBe(true);
    if (last.done) tf.dispose([...last.value.values()]);
  });
  expect(left).toEqual(nothing);
});

test('a result that was given comes back as a tensor of its own', () => {
  const left = withPicture((_, x, given) => {
    const clone = runAtOnce(schedule([x]), given).get(x);
    expect(clone).not.toBe(given(x));
    clone?.dispose();
  });
  expect(left).toEqual(nothing);
});

test('an op that hands its input back does not hand over its owner’s tensor', () => {
  const left = withPicture((program, x, given) => {
    const lazy: Op<'x'> = { ...failing, name: 'lazy', run: ({ x: input }) => input };
    const same = program.append(lazy, { x }, {});
    const tensor = runAtOnce(schedule([same]), given).get(same);
    expect(tensor).not.toBe(given(x));
    tensor?.dispose();
  });
  expect(left).toEqual(nothing);
});

function catchFailure(work: () => unknown): StepFailure {
  try {
    work();
  } catch (error) {
    if (error instanceof StepFailure) return error;
    throw error;
  }
  throw new Error('It did not fail.');
}
