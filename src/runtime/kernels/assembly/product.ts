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
  job.ownBytes = <usize>(4 * (job.rowsOfItem * (termsAtOnce + columnsAtOnce) + columnsAtOnce * termsAtOnce));
}

export function multiplyMatrices(job: Job, item: i32, own: usize): void {
  const first = (item / job.ranges) * job.rowsOfItem;
  const count = min(job.rowsOfItem, job.height - first);
  const begin = (item % job.ranges) * job.channelsOfItem;
  const end = min(job.outputChannels, begin + job.channelsOfItem);
  const rows = own;
  const columns = rows + <usize>(4 * job.rowsOfItem * termsAtOnce);
  const sums = columns + <usize>(4 * columnsAtOnce * termsAtOnce);
  for (let column = begin; column < end; column += columnsAtOnce) {
    const width = upTo(8, min(columnsAtOnce, end - column));
    for (let term = 0; term < job.channels; term += termsAtOnce) {
      const terms = upTo(4, min(termsAtOnce, job.channels - term));
      if (column == begin || job.channels > termsAtOnce) packRows(job, first, count, term, terms, rows);
      packColumns(job, term, terms, column, width, columns);
      for (let row = 0; row < count; row += 4) {
        for (let block = 0; block < width; block += 8) {
          const to = sums + (<usize>(row * width + block) << 2);
          const left = rows + (<usize>(row * terms) << 2);
          const right = columns + (<usize>(block * terms) << 2);
          multiplyPanels(left, right, terms, to, <usize>width << 2, term == 0);
        }
      }
    }
    for (let row = 0; row < count; row++) {
      const to = job.y + (<usize>((first + row) * job.outputChannels + column) << 2);
      for (let at = 0, some = min(columnsAtOnce, end - column); at < some; at += 4) {
        storeSome(to + (<usize>at << 2), v128.load(sums + (<usize>(row * width + at) << 2)), some - at);
      }
    }
  }
}

/** → [rows / 4][terms / 4][4 rows][4 terms] */
function packRows(job: Job, first: i32, count: i32, term: i32, terms: i32, to: usize): void {
  const some = job.channels - term;
  for (let row = 0, end = upTo(4, count); row < end; row++) {
    const from = job.x + (<usize>((first + min(row, count - 1)) * job.channels + term) << 2);
    let target = to + (<usize>((row & ~3) * terms) << 2) + (<usize>(row & 3) << 4);
    for (let at = 0; at < terms; at += 4, target += 64) {
      v128.store(target, loadSome(from + (<usize>at << 2), some - at));
    }
  }
}

/** → [columns / 8][terms][8] */
function packColumns(job: Job, term: i32, terms: i32, column: i32, width: i32, to: usize): void {
  const some = job.outputChannels - column;
  for (let at = 0; at < terms; at++) {
    const from = job.kernel + (<usize>((term + at) * job.outputChannels + column) << 2);
    const there = term + at < job.channels;
    let target = to + (<usize>at << 5);
    for (let block = 0; block < width; block += 8, target += <usize>terms << 5) {
      v128.store(target, loadSome(from + (<usize>block << 2), there ? some - block : 0));
      v128.store(target, loadSome(from + (<usize>block << 2) + 16, there ? some - block - 4 : 0), 16);
    }
  }
}
