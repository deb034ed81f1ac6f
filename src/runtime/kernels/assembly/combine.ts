/**
 * Number by number: two tensors of one shape, or one and a single number. Where they are large, memory is what they
 * wait for, and two threads get more of it than one.
 */
import { loadSome, multiplyAdd, parts, storeSome } from './arithmetic';
import { Job } from './job';

/** In the order in which the other side names them. */
export enum Operation {
  add,
  subtract,
  multiply,
  divide,
  /** x · factor + offset, both of the job. */
  affine,
}

/** 128 kB of each tensor. */
const numbersOfItem: i32 = 1 << 15;

export function planCombination(job: Job): void {
  job.items = max(1, parts(job.count, numbersOfItem));
  job.sharedBytes = 0;
  job.ownBytes = 0;
}

export function combine(job: Job, item: i32): void {
  // Each operation has a loop of its own: written out, the compiler knows which it is.
  switch (job.operation) {
    case Operation.add: return combineBy(job, item, Operation.add);
    case Operation.subtract: return combineBy(job, item, Operation.subtract);
    case Operation.multiply: return combineBy(job, item, Operation.multiply);
    case Operation.divide: return combineBy(job, item, Operation.divide);
    case Operation.affine: return combineBy(job, item, Operation.affine);
  }
}

// @ts-ignore: decorator
@inline
function combineBy(job: Job, item: i32, operation: Operation): void {
  const begin = item * numbersOfItem;
  const from = <usize>begin << 2;
  let count = min(numbersOfItem, job.count - begin);
  let a = job.x + from;
  let b = job.kernel + from;
  let y = job.y + from;
  const single = job.isSingle || operation == Operation.affine;
  const factor = job.isSingle ? v128.load32_splat(job.kernel) : f32x4.splat(job.factor);
  const offset = f32x4.splat(job.offset);
  for (; count >= 16; count -= 16, a += 64, b += 64, y += 64) {
    v128.store(y, combined(v128.load(a), single ? factor : v128.load(b), offset, operation));
    v128.store(y, combined(v128.load(a, 16), single ? factor : v128.load(b, 16), offset, operation), 16);
    v128.store(y, combined(v128.load(a, 32), single ? factor : v128.load(b, 32), offset, operation), 32);
    v128.store(y, combined(v128.load(a, 48), single ? factor : v128.load(b, 48), offset, operation), 48);
  }
  for (; count > 0; count -= 4, a += 16, b += 16, y += 16) {
    const right = single ? factor : loadSome(b, count);
    storeSome(y, combined(loadSome(a, count), right, offset, operation), count);
  }
}

// @ts-ignore: decorator
@inline
function combined(a: v128, b: v128, offset: v128, operation: Operation): v128 {
  if (operation == Operation.add) return f32x4.add(a, b);
  if (operation == Operation.subtract) return f32x4.sub(a, b);
  if (operation == Operation.multiply) return f32x4.mul(a, b);
  if (operation == Operation.divide) return f32x4.div(a, b);
  return multiplyAdd(a, b, offset);
}
