/** The way back through the largest of each 2×2 block: to the first of them, read like a page, where several are. */
import { loadSome, parts, storeSome } from './arithmetic';
import { Job } from './job';

const blockRowsAtOnce: i32 = 4;

/** `mask` is dy. */
export function planMaxPoolGradient(job: Job): void {
  job.outputHeight = job.height / 2;
  job.outputWidth = job.width / 2;
  job.items = max(1, parts(job.outputHeight, blockRowsAtOnce));
  job.sharedBytes = 0;
  job.ownBytes = 0;
}

export function pullBackMaxima(job: Job, item: i32): void {
  const row = <usize>(job.width * job.channels) << 2;
  const begin = item * blockRowsAtOnce;
  const end = min(job.outputHeight, begin + blockRowsAtOnce);
  for (let i = begin; i < end; i++) pullBackRow(job, i, row);
  const odd = item == job.items - 1 && 2 * job.outputHeight < job.height;
  if (odd) memory.fill(job.y + <usize>(2 * job.outputHeight) * row, 0, row);
}

function pullBackRow(job: Job, i: i32, row: usize): void {
  const column = <usize>job.channels << 2;
  const top = <usize>(2 * i) * row;
  let dy = job.mask + <usize>(i * job.outputWidth) * column;
  for (let j = 0; j < job.outputWidth; j++, dy += column) {
    const block = top + <usize>(2 * j) * column;
    for (let channel = 0; channel < job.channels; channel += 4) {
      const some = job.channels - channel;
      const at = block + (<usize>channel << 2);
      const from = job.x + at;
      const to = job.y + at;
      const first = loadSome(from, some);
      const second = loadSome(from + column, some);
      const third = loadSome(from + row, some);
      const fourth = loadSome(from + row + column, some);
      const toSecond = f32x4.gt(second, first);
      const best = v128.bitselect(second, first, toSecond);
      const toThird = f32x4.gt(third, best);
      const better = v128.bitselect(third, best, toThird);
      const toFourth = f32x4.gt(fourth, better);
      const pulled = loadSome(dy + (<usize>channel << 2), some);
      const notFourth = v128.andnot(pulled, toFourth);
      const notThird = v128.andnot(notFourth, toThird);
      storeSome(to, v128.andnot(notThird, toSecond), some);
      storeSome(to + column, v128.and(notThird, toSecond), some);
      storeSome(to + row, v128.and(notFourth, toThird), some);
      storeSome(to + row + column, v128.and(pulled, toFourth), some);
    }
  }
  if (2 * job.outputWidth < job.width) {
    const last = job.y + top + <usize>(job.width - 1) * column;
    memory.fill(last, 0, column);
    memory.fill(last + row, 0, column);
  }
}
