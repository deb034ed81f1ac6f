/** A product of two matrices, as an item of a job: some rows with some columns, blocked so that it stays in the cache. */
import { loadSome, parts, storeSome, upTo } from './arithmetic';
import { Job } from './job';
import { multiplyPanels } from './panels';

const mostRows: i32 = 128;
const columnsAtOnce: i32 = 64;
const termsAtOnce: i32 = 512;

export function planProduct(job: Job, threads: i32): void {
  const blocks = parts(job.height, mostRows);
  job.rowsOfItem = upTo(4, parts(job.height, blocks));
  let ranges = 1;
  while (threads > 1 && blocks * ranges < 2 * threads && job.outputChannels / ranges > 64) ranges *= 2;
  job.channelsOfItem = upTo(columnsAtOnce, parts(job.outputChannels, ranges));
  job.ranges = parts(job.outputChannels, job.channelsOfItem);
  job.items = parts(job.height, job.rowsOfItem) * job.ranges;
  job.sharedBytes = 0;
  job.ownBytes = <usize>(4 * (4 * termsAtOnce + columnsAtOnce * termsAtOnce + job.rowsOfItem * columnsAtOnce));
}

export function multiplyMatrices(job: Job, item: i32, own: usize): void {
  const first = (item / job.ranges) * job.rowsOfItem;
  const count = min(job.rowsOfItem, job.height - first);
  const begin = (item % job.ranges) * job.channelsOfItem;
  const end = min(job.outputChannels, begin + job.channelsOfItem);
  const row = <usize>job.channels << 2;
  const columns = own + <usize>(4 * 4 * termsAtOnce);
  const sums = columns + <usize>(4 * columnsAtOnce * termsAtOnce);
  for (let column = begin; column < end; column += columnsAtOnce) {
    const width = upTo(8, min(columnsAtOnce, end - column));
    for (let term = 0; term < job.channels; term += termsAtOnce) {
      const terms = min(termsAtOnce, job.channels - term);
      packColumns(job, term, terms, column, width, columns);
      for (let at = 0; at < count; at += 4) {
        let rows = job.x + <usize>(first + at) * row + (<usize>term << 2);
        let step = row;
        if (at + 4 > count) {
          for (let k: usize = 0, last = <usize>(count - at); k < last; k++) {
            memory.copy(own + k * 4 * termsAtOnce, rows + k * row, <usize>terms << 2);
          }
          rows = own;
          step = 4 * termsAtOnce;
        }
        for (let block = 0; block < width; block += 8) {
          const to = sums + (<usize>(at * width + block) << 2);
          const panel = columns + (<usize>(block * terms) << 2);
          multiplyPanels(rows, step, panel, terms, to, <usize>width << 2, term == 0);
        }
      }
    }
    for (let at = 0; at < count; at++) {
      const place = <usize>((first + at) * job.outputChannels + column) << 2;
      const to = job.y + place;
      const plus = job.bias + place;
      for (let k = 0, some = min(columnsAtOnce, end - column); k < some; k += 4) {
        let sum = v128.load(sums + (<usize>(at * width + k) << 2));
        if (job.bias) sum = f32x4.add(sum, loadSome(plus + (<usize>k << 2), some - k));
        storeSome(to + (<usize>k << 2), sum, some - k);
      }
    }
  }
}

/** → [columns / 8][terms][8] */
function packColumns(job: Job, term: i32, terms: i32, column: i32, width: i32, to: usize): void {
  const some = job.outputChannels - column;
  for (let at = 0; at < terms; at++) {
    const from = job.kernel + (<usize>((term + at) * job.outputChannels + column) << 2);
    let target = to + (<usize>at << 5);
    for (let block = 0; block < width; block += 8, target += <usize>terms << 5) {
      v128.store(target, loadSome(from + (<usize>block << 2), some - block));
      v128.store(target, loadSome(from + (<usize>block << 2) + 16, some - block - 4), 16);
    }
  }
}
