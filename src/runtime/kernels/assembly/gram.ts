/**
 * XᵀX of [positions, channels]: half of it, since it is symmetric. Positions are cut into a number of ranges that
 * hangs on nothing but their count, so that any number of threads adds up the same numbers in the same order.
 */
import { loadSome, parts, upTo } from './arithmetic';
import { Job } from './job';
import { multiplyPanels } from './panels';

const mostRanges: i32 = 8;
/** Numbers of all ranges' sums: large matrices have fewer ranges. */
const mostSums: i32 = 1 << 22;
const fewestPositions: i32 = 128;
const positionsAtOnce: i32 = 256;
const rowsAtOnce: i32 = 8;
/** Bytes from one channel's positions to the next one's, which should not fall into the same set of the cache. */
const rowStep: usize = 4 * positionsAtOnce + 64;

export function planGram(job: Job): void {
  const channels = upTo(8, job.channels);
  const ranges = max(1, min(mostRanges, mostSums / (channels * channels)));
  job.rowsOfItem = max(fewestPositions, upTo(4, parts(job.height, ranges)));
  job.items = parts(job.height, job.rowsOfItem);
  job.ranges = job.items;
  job.sharedBytes = <usize>(4 * channels * channels * job.ranges);
  job.ownBytes = <usize>channels * (rowStep + 4 * positionsAtOnce);
}

/** A range of positions → the upper half of [channels, channels], in blocks of 8. */
export function multiplyForGram(job: Job, range: i32, own: usize): void {
  const channels = upTo(8, job.channels);
  const begin = range * job.rowsOfItem;
  const end = min(job.height, begin + job.rowsOfItem);
  const columns = own + <usize>channels * rowStep;
  const row = <usize>channels << 2;
  const sums = job.scratch + <usize>(channels * range) * row;
  for (let at = begin; at < end; at += positionsAtOnce) {
    const count = min(positionsAtOnce, end - at);
    const terms = upTo(4, count);
    pack(job, at, count, own, columns);
    for (let column = 0; column < channels; column += 8) {
      for (let line = 0; line < column + 8; line += 4) {
        const panel = columns + (<usize>(column * terms) << 2);
        const to = sums + <usize>line * row + (<usize>column << 2);
        multiplyPanels(own + <usize>line * rowStep, rowStep, panel, terms, to, row, at == begin);
      }
    }
  }
}

/** → [channels][positions] and [channels / 8][positions][8], up to a multiple of four positions. */
function pack(job: Job, first: i32, count: i32, rows: usize, columns: usize): void {
  const terms = upTo(4, count);
  for (let channel = 0, end = upTo(8, job.channels); channel < end; channel += 4) {
    const some = job.channels - channel;
    let row = rows + <usize>channel * rowStep;
    let column = columns + (<usize>((channel & ~7) * terms) << 2) + (<usize>(channel & 4) << 2);
    for (let at = 0; at < terms; at += 4, row += 16, column += 128) {
      const p = load(job, first + at, channel, at < count ? some : 0);
      const q = load(job, first + at + 1, channel, at + 1 < count ? some : 0);
      const r = load(job, first + at + 2, channel, at + 2 < count ? some : 0);
      const s = load(job, first + at + 3, channel, at + 3 < count ? some : 0);
      v128.store(column, p);
      v128.store(column, q, 32);
      v128.store(column, r, 64);
      v128.store(column, s, 96);
      const pq = v128.shuffle<f32>(p, q, 0, 4, 1, 5);
      const rs = v128.shuffle<f32>(r, s, 0, 4, 1, 5);
      const pqEnd = v128.shuffle<f32>(p, q, 2, 6, 3, 7);
      const rsEnd = v128.shuffle<f32>(r, s, 2, 6, 3, 7);
      v128.store(row, v128.shuffle<f32>(pq, rs, 0, 1, 4, 5));
      v128.store(row, v128.shuffle<f32>(pq, rs, 2, 3, 6, 7), rowStep);
      v128.store(row, v128.shuffle<f32>(pqEnd, rsEnd, 0, 1, 4, 5), 2 * rowStep);
      v128.store(row, v128.shuffle<f32>(pqEnd, rsEnd, 2, 3, 6, 7), 3 * rowStep);
    }
  }
}

// @ts-ignore: decorator
@inline
function load(job: Job, position: i32, channel: i32, some: i32): v128 {
  return loadSome(job.x + (<usize>(position * job.channels + channel) << 2), some);
}

/** Behind {@link planGram}: the ranges of the same job are added up. */
export function planGramSum(job: Job): void {
  job.items = parts(job.channels, rowsAtOnce);
}

/** Eight rows of the matrix from their diagonal on, and as many columns. */
export function addUpGram(job: Job, item: i32): void {
  const channels = upTo(8, job.channels);
  const begin = item * rowsAtOnce;
  const range = <usize>(channels * channels) << 2;
  for (let row = begin, end = min(job.channels, begin + rowsAtOnce); row < end; row++) {
    for (let column = row; column < job.channels; column++) {
      let from = job.scratch + (<usize>(row * channels + column) << 2);
      let sum: f32 = 0;
      for (let at = 0; at < job.ranges; at++, from += range) sum += f32.load(from);
      sum *= job.factor;
      store<f32>(job.y + (<usize>(row * job.channels + column) << 2), sum);
      store<f32>(job.y + (<usize>(column * job.channels + row) << 2), sum);
    }
  }
}
