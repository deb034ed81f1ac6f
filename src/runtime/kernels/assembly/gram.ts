/**
 * XᵀX of [positions, channels]: half of it, since it is symmetric. Channels are cut into blocks, and each pair of
 * blocks is an item; where few pairs make a whole matrix, positions are cut into ranges, too. That hangs on nothing
 * but the shape, so that any number of threads adds up the same numbers in the same order.
 */
import { loadSome, parts, upTo } from './arithmetic';
import { Job, Kind } from './job';
import { multiplyPanels } from './panels';

const mostOfBlock: i32 = 128;
const enoughItems: i32 = 16;
const mostRanges: i32 = 8;
const fewestPositions: i32 = 128;
const positionsAtOnce: i32 = 256;
const rowsAtOnce: i32 = 32;
/** Bytes from one channel's positions to the next one's, which should not fall into the same set of the cache. */
const rowStep: usize = 4 * positionsAtOnce + 64;

/** The upper half, its diagonal included, of a matrix of blocks. */
// @ts-ignore: decorator
@inline
function pairsOf(blocks: i32): i32 {
  return (blocks * (blocks + 1)) / 2;
}

export function planGram(job: Job): void {
  const blocks = parts(job.channels, mostOfBlock);
  job.channelsOfItem = upTo(8, parts(job.channels, blocks));
  const pairs = pairsOf(parts(job.channels, job.channelsOfItem));
  const ranges = max(1, min(mostRanges, enoughItems / pairs));
  job.rowsOfItem = max(fewestPositions, upTo(4, parts(job.height, ranges)));
  job.ranges = parts(job.height, job.rowsOfItem);
  job.items = pairs * job.ranges;
  job.sharedBytes = <usize>job.items * pairBytes(job);
  job.ownBytes = <usize>job.channelsOfItem * (rowStep + 4 * positionsAtOnce);
}

/** Of the sums of one pair of blocks. */
function pairBytes(job: Job): usize {
  return <usize>(4 * job.channelsOfItem * job.channelsOfItem);
}

/** Where the block of columns begins that a pair has; its rows are those of the pairs that are left in its column. */
function columnBlockOf(pair: i32): i32 {
  let block = 0;
  while (pairsOf(block + 1) <= pair) block++;
  return block;
}

/** A range of positions → what a pair of blocks sums up there: all of it, or on the diagonal its upper half by eights. */
export function multiplyForGram(job: Job, item: i32, own: usize): void {
  const pair = item / job.ranges;
  const columnBlock = columnBlockOf(pair);
  const rowBlock = pair - pairsOf(columnBlock);
  const isDiagonal = rowBlock == columnBlock;
  const firstRow = rowBlock * job.channelsOfItem;
  const firstColumn = columnBlock * job.channelsOfItem;
  const rows = upTo(4, min(job.channelsOfItem, job.channels - firstRow));
  const width = upTo(8, min(job.channelsOfItem, job.channels - firstColumn));
  const begin = (item % job.ranges) * job.rowsOfItem;
  const end = min(job.height, begin + job.rowsOfItem);
  const columns = own + <usize>job.channelsOfItem * rowStep;
  const sums = job.scratch + <usize>item * pairBytes(job);
  const step = <usize>job.channelsOfItem << 2;
  for (let at = begin; at < end; at += positionsAtOnce) {
    const count = min(positionsAtOnce, end - at);
    packRows(job, at, count, firstRow, rows, own);
    packColumns(job, at, count, firstColumn, width, columns);
    for (let column = 0; column < width; column += 8) {
      const panel = columns + (<usize>(column * count) << 2);
      for (let row = 0, last = isDiagonal ? min(rows, column + 8) : rows; row < last; row += 4) {
        const to = sums + <usize>row * step + (<usize>column << 2);
        multiplyPanels(own + <usize>row * rowStep, rowStep, panel, count, to, step, at == begin);
      }
    }
  }
}

/** → [rows][positions] */
function packRows(job: Job, first: i32, count: i32, channel: i32, rows: i32, to: usize): void {
  for (let row = 0; row < rows; row += 4, channel += 4) {
    const some = job.channels - channel;
    let target = to + <usize>row * rowStep;
    // Up to three positions more than there are: nobody reads what stands for them.
    for (let at = 0; at < count; at += 4, target += 16) {
      const p = load(job, first + at, channel, some);
      const q = load(job, first + at + 1, channel, at + 1 < count ? some : 0);
      const r = load(job, first + at + 2, channel, at + 2 < count ? some : 0);
      const s = load(job, first + at + 3, channel, at + 3 < count ? some : 0);
      storeTransposed(target, rowStep, p, q, r, s);
    }
  }
}

/** → [columns / 8][positions][8] */
function packColumns(job: Job, first: i32, count: i32, channel: i32, width: i32, to: usize): void {
  for (let column = 0; column < width; column += 8, channel += 8) {
    const some = job.channels - channel;
    for (let at = 0; at < count; at++, to += 32) {
      v128.store(to, load(job, first + at, channel, some));
      v128.store(to, load(job, first + at, channel + 4, some - 4), 16);
    }
  }
}

// @ts-ignore: decorator
@inline
function load(job: Job, position: i32, channel: i32, some: i32): v128 {
  return loadSome(job.x + (<usize>(position * job.channels + channel) << 2), some);
}

/** Four rows of four numbers as columns. */
// @ts-ignore: decorator
@inline
function storeTransposed(to: usize, step: usize, p: v128, q: v128, r: v128, s: v128): void {
  const pq = v128.shuffle<f32>(p, q, 0, 4, 1, 5);
  const rs = v128.shuffle<f32>(r, s, 0, 4, 1, 5);
  const pqEnd = v128.shuffle<f32>(p, q, 2, 6, 3, 7);
  const rsEnd = v128.shuffle<f32>(r, s, 2, 6, 3, 7);
  v128.store(to, v128.shuffle<f32>(pq, rs, 0, 1, 4, 5));
  v128.store(to + step, v128.shuffle<f32>(pq, rs, 2, 3, 6, 7));
  v128.store(to + 2 * step, v128.shuffle<f32>(pqEnd, rsEnd, 0, 1, 4, 5));
  v128.store(to + 3 * step, v128.shuffle<f32>(pqEnd, rsEnd, 2, 3, 6, 7));
}

/** Behind {@link planGram}: the ranges of the same job are added up, some rows of a pair of blocks as an item. */
export function planGramSum(job: Job): void {
  job.kind = Kind.gramSum;
  const pairs = pairsOf(parts(job.channels, job.channelsOfItem));
  job.items = pairs * parts(job.channelsOfItem, rowsAtOnce);
}

/** What lies on or above the diagonal, and its mirror image. */
export function addUpGram(job: Job, item: i32): void {
  const groups = parts(job.channelsOfItem, rowsAtOnce);
  const pair = item / groups;
  const columnBlock = columnBlockOf(pair);
  const firstRow = (pair - pairsOf(columnBlock)) * job.channelsOfItem;
  const firstColumn = columnBlock * job.channelsOfItem;
  const begin = firstRow + (item % groups) * rowsAtOnce;
  const end = min(job.channels, min(firstRow + job.channelsOfItem, begin + rowsAtOnce));
  const endOfColumns = min(job.channels, firstColumn + job.channelsOfItem);
  const step = <usize>job.channelsOfItem << 2;
  const sums = job.scratch + <usize>(pair * job.ranges) * pairBytes(job);
  for (let row = begin; row < end; row += 4) {
    for (let column = max(row, firstColumn); column < endOfColumns; column += 4) {
      const from = sums + <usize>(row - firstRow) * step + (<usize>(column - firstColumn) << 2);
      addUpBlock(job, from, step, row, column);
    }
  }
}

/** Four rows of four. */
function addUpBlock(job: Job, from: usize, step: usize, row: i32, column: i32): void {
  let p = v128.load(from);
  let q = v128.load(from + step);
  let r = v128.load(from + 2 * step);
  let s = v128.load(from + 3 * step);
  let next = from;
  for (let range = 1; range < job.ranges; range++) {
    next += pairBytes(job);
    p = f32x4.add(p, v128.load(next));
    q = f32x4.add(q, v128.load(next + step));
    r = f32x4.add(r, v128.load(next + 2 * step));
    s = f32x4.add(s, v128.load(next + 3 * step));
  }
  const factor = f32x4.splat(job.factor);
  p = f32x4.mul(p, factor);
  q = f32x4.mul(q, factor);
  r = f32x4.mul(r, factor);
  s = f32x4.mul(s, factor);
  const line = <usize>job.channels << 2;
  let to = job.y + <usize>row * line + (<usize>column << 2);
  let mirror = job.y + <usize>column * line + (<usize>row << 2);
  if (column + 4 <= job.channels) {
    v128.store(to, p);
    v128.store(to + line, q);
    v128.store(to + 2 * line, r);
    v128.store(to + 3 * line, s);
    storeTransposed(mirror, line, p, q, r, s);
    return;
  }
  // At the end of the matrix one by one, from where the first range was.
  v128.store(from, p);
  v128.store(from + step, q);
  v128.store(from + 2 * step, r);
  v128.store(from + 3 * step, s);
  const rows = min(4, job.channels - row);
  const columns = min(4, job.channels - column);
  for (let i = 0; i < rows; i++, from += step, to += line, mirror += 4) {
    for (let j = 0; j < columns; j++) {
      const sum = f32.load(from + (<usize>j << 2));
      f32.store(to + (<usize>j << 2), sum);
      f32.store(mirror + <usize>j * line, sum);
    }
  }
}
