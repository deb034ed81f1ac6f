/**
 * The largest or the mean of each 2×2 block, and the way back: through the largest to the first of them, read like a
 * page, where several are. An odd last row or column takes no part; nothing flows back to it.
 */
import { loadSome, parts, storeSome } from './arithmetic';
import { Job } from './job';

const blockRowsAtOnce: i32 = 4;

/** `mask` is dy, and 0 on the way there; x is 0 on the way back through means, which does not need it. */
export function planPooling(job: Job): void {
  job.outputHeight = job.height / 2;
  job.outputWidth = job.width / 2;
  job.items = max(1, parts(job.outputHeight, blockRowsAtOnce));
  job.sharedBytes = 0;
  job.ownBytes = 0;
}

export function pool(job: Job, item: i32): void {
  const row = <usize>(job.width * job.channels) << 2;
  const begin = item * blockRowsAtOnce;
  const end = min(job.outputHeight, begin + blockRowsAtOnce);
  for (let i = begin; i < end; i++) {
    if (!job.mask) poolRow(job, i, row);
    else pullBackRow(job, i, row);
  }
  const odd = item == job.items - 1 && 2 * job.outputHeight < job.height;
  if (odd && job.mask) memory.fill(job.y + <usize>(2 * job.outputHeight) * row, 0, row);
}

function poolRow(job: Job, i: i32, row: usize): void {
  const column = <usize>job.channels << 2;
  const mean = job.mean;
  let from = job.x + <usize>(2 * i) * row;
  let to = job.y + <usize>(i * job.outputWidth) * column;
  for (let j = 0; j < job.outputWidth; j++, from += 2 * column, to += column) {
    for (let channel = 0; channel < job.channels; channel += 4) {
      const some = job.channels - channel;
      const at = <usize>channel << 2;
      const first = loadSome(from + at, some);
      const second = loadSome(from + at + column, some);
      const third = loadSome(from + at + row, some);
      const fourth = loadSome(from + at + row + column, some);
      const pooled = mean
        ? f32x4.mul(f32x4.add(f32x4.add(first, second), f32x4.add(third, fourth)), f32x4.splat(0.25))
        : f32x4.max(f32x4.max(first, second), f32x4.max(third, fourth));
      storeSome(to + at, pooled, some);
    }
  }
}

function pullBackRow(job: Job, i: i32, row: usize): void {
  const column = <usize>job.channels << 2;
  const top = <usize>(2 * i) * row;
  const mean = job.mean;
  let dy = job.mask + <usize>(i * job.outputWidth) * column;
  for (let j = 0; j < job.outputWidth; j++, dy += column) {
    const block = top + <usize>(2 * j) * column;
    for (let channel = 0; channel < job.channels; channel += 4) {
      const some = job.channels - channel;
      const at = block + (<usize>channel << 2);
      const pulled = loadSome(dy + (<usize>channel << 2), some);
      if (mean) spread(job.y + at, row, column, pulled, some);
      else pullBackLargest(job.x + at, job.y + at, row, column, pulled, some);
    }
  }
  if (2 * job.outputWidth < job.width) {
    const last = job.y + top + <usize>(job.width - 1) * column;
    memory.fill(last, 0, column);
    memory.fill(last + row, 0, column);
  }
}

// @ts-ignore: decorator
@inline
function spread(to: usize, row: usize, column: usize, pulled: v128, some: i32): void {
  const quarter = f32x4.mul(pulled, f32x4.splat(0.25));
  storeSome(to, quarter, some);
  storeSome(to + column, quarter, some);
  storeSome(to + row, quarter, some);
  storeSome(to + row + column, quarter, some);
}

// @ts-ignore: decorator
@inline
function pullBackLargest(from: usize, to: usize, row: usize, column: usize, pulled: v128, some: i32): void {
  const first = loadSome(from, some);
  const second = loadSome(from + column, some);
  const third = loadSome(from + row, some);
  const fourth = loadSome(from + row + column, some);
  const toSecond = f32x4.gt(second, first);
  const best = v128.bitselect(second, first, toSecond);
  const toThird = f32x4.gt(third, best);
  const better = v128.bitselect(third, best, toThird);
  const toFourth = f32x4.gt(fourth, better);
  const notFourth = v128.andnot(pulled, toFourth);
  const notThird = v128.andnot(notFourth, toThird);
  storeSome(to, v128.andnot(notThird, toSecond), some);
  storeSome(to + column, v128.and(notThird, toSecond), some);
  storeSome(to + row, v128.and(notFourth, toThird), some);
  storeSome(to + row + column, v128.and(pulled, toFourth), some);
}
