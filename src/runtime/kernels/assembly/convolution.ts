/**
 * 3×3 convolution, stride 1, as an item of a job: some tiles of the picture with some output channels, from pixels
 * to pixels, in memory of the thread's own that stays in its cache. The weights are transformed where they are
 * used: that takes 2 / tiles of the time of the products, less than to read transformed ones, four times as
 * large, from memory; so nothing is packed and nothing has to be kept. A picture of few tiles is cut by its output
 * channels alone; its pixels are then transformed beforehand, once for all threads.
 */
import { loadSome, parts, storeSome, upTo } from './arithmetic';
import { Job, Kind } from './job';
import { multiplyPanels } from './panels';
import { pixelsAlong, productsAlong, weightsAlong } from './winograd';

/** 36 numbers of each of four channels, twice: between the axes of a transform, and a tile at the border. */
const patchBytes: usize = 36 * 16;
const ownBytes: usize = 2 * patchBytes;
/** Between the 36 planes of a transform, so that they do not all fall into the same set of the cache. */
const gap: usize = 64;
const mostTiles: i32 = 64;
/** Channels in × tiles, and channels in × channels out, that stay in the second cache. */
const tilesAtOnce: i32 = 64 * 512;
const weightsAtOnce: i32 = 8192;
/** Channels of an item that transforms pixels for all threads. */
const pixelChannels: i32 = 32;

/** Cuts a convolution into items, enough for `threads`, that are about equally large. */
export function planConvolution(job: Job, threads: i32): void {
  const channels = upTo(4, job.channels);
  const outputs = upTo(8, job.outputChannels);
  job.across = parts(job.outputWidth, 4);
  job.tiles = job.across * parts(job.outputHeight, 4);
  const most = max(4, min(mostTiles, (tilesAtOnce / channels) & ~3));
  const blocks = parts(job.tiles, most);
  job.rowsOfItem = upTo(4, parts(job.tiles, blocks));
  const isShared = threads > 1 && blocks == 1;
  job.channelsOfItem = isShared ? 8 * max(1, outputs / (32 * threads)) : rangeFor(threads, blocks, outputs);
  job.ranges = parts(outputs, job.channelsOfItem);
  job.channelsAtOnce = min(job.channelsOfItem, max(8, min(64, (weightsAtOnce / channels) & ~7)));
  const tileBytes = gap + 36 * tilesStep(job);
  job.sharedBytes = isShared ? tileBytes : 0;
  job.ownBytes = ownBytes + (isShared ? 0 : tileBytes) + 36 * (weightsStep(job) + productsStep(job));
  if (isShared) {
    job.kind = Kind.convolutionPixels;
    job.items = parts(job.channels, pixelChannels);
  } else {
    planConvolutionProducts(job);
  }
}

/** Some items a thread even out what one of them is late; of more, each would transform the same pixels again. */
function rangeFor(threads: i32, blocks: i32, outputs: i32): i32 {
  let ranges = 1;
  while (threads > 1 && blocks * ranges < 2 * threads && outputs / ranges > 64) ranges *= 2;
  return upTo(8, parts(outputs, ranges));
}

/** Behind {@link planConvolution}, or behind the job that transforms pixels. */
export function planConvolutionProducts(job: Job): void {
  job.kind = Kind.convolution;
  job.items = parts(job.tiles, job.rowsOfItem) * job.ranges;
}

// Bytes from one of the 36 planes to the next.

function tilesStep(job: Job): usize {
  return <usize>(job.rowsOfItem * upTo(4, job.channels) * 4) + gap;
}

function weightsStep(job: Job): usize {
  return <usize>(job.channelsAtOnce * upTo(4, job.channels) * 4) + gap;
}

function productsStep(job: Job): usize {
  return <usize>(job.rowsOfItem * job.channelsAtOnce * 4) + gap;
}

/** Some channels of all tiles. */
export function convolvePixels(job: Job, item: i32, own: usize): void {
  const begin = item * pixelChannels;
  const end = min(upTo(4, job.channels), begin + pixelChannels);
  transformPixels(job, 0, job.tiles, begin, end, job.scratch + gap, own);
}

export function convolve(job: Job, item: i32, own: usize): void {
  const isShared = job.sharedBytes > 0;
  const tiles = (isShared ? job.scratch : own + ownBytes) + gap;
  const weights = own + ownBytes + (isShared ? 0 : gap + 36 * tilesStep(job));
  const products = weights + 36 * weightsStep(job);
  const first = (item / job.ranges) * job.rowsOfItem;
  const count = min(job.rowsOfItem, job.tiles - first);
  const begin = (item % job.ranges) * job.channelsOfItem;
  const end = min(job.outputChannels, begin + job.channelsOfItem);
  if (!isShared) transformPixels(job, first, count, 0, upTo(4, job.channels), tiles, own);
  for (let channel = begin; channel < end; channel += job.channelsAtOnce) {
    const blocks = parts(min(job.channelsAtOnce, end - channel), 8);
    transformWeights(job, channel, blocks, weights, own);
    multiply(job, parts(count, 4), blocks, tiles, weights, products);
    transformProducts(job, first, count, channel, blocks * 8, products, own);
  }
}

/** → [36][tiles][channels] */
function transformPixels(
  job: Job, first: i32, count: i32, begin: i32, end: i32, to: usize, own: usize,
): void {
  const step = tilesStep(job);
  const channels = upTo(4, job.channels);
  const column = <usize>job.channels << 2;
  const row = <usize>job.width * column;
  const patch = own + patchBytes;
  for (let at = 0, last = upTo(4, count); at < last; at++) {
    // The last group is filled up with its last tile.
    const tile = first + min(at, count - 1);
    const y = (tile / job.across) * 4 - job.padding;
    const x = (tile % job.across) * 4 - job.padding;
    const inside = !job.mask && y >= 0 && x >= 0 && y + 6 <= job.height && x + 6 <= job.width;
    let target = to + (<usize>(at * channels + begin) << 2);
    for (let channel = begin; channel < end; channel += 4, target += 16) {
      if (inside && channel + 4 <= job.channels) {
        const from = job.x + (<usize>((y * job.width + x) * job.channels + channel) << 2);
        for (let j: usize = 0; j < 6; j++) pixelsAlong(from + j * column, row, own + (j << 4), 96);
      } else {
        gather(job, patch, y, x, channel);
        for (let j: usize = 0; j < 6; j++) pixelsAlong(patch + (j << 4), 96, own + (j << 4), 96);
      }
      for (let i: usize = 0; i < 6; i++) pixelsAlong(own + i * 96, 16, target + i * 6 * step, step);
    }
  }
}

/** 6×6 pixels of four channels: zeros outside the picture, where the mask is not positive, and beyond the last channel. */
function gather(job: Job, to: usize, y: i32, x: i32, channel: i32): void {
  const left = max(0, -x);
  const right = min(6, job.width - x);
  const top = max(0, -y);
  const bottom = min(6, job.height - y);
  const some = job.channels - channel;
  const column = <usize>job.channels << 2;
  if (right - left < 6 || bottom - top < 6) memory.fill(to, 0, patchBytes);
  for (let i = top; i < bottom; i++) {
    const offset = <usize>(((y + i) * job.width + x + left) * job.channels + channel) << 2;
    let from = job.x + offset;
    let target = to + (<usize>(i * 6 + left) << 4);
    if (job.mask) {
      let mask = job.mask + offset;
      for (let j = left; j < right; j++, from += column, mask += column, target += 16) {
        const passes = f32x4.gt(loadSome(mask, some), f32x4.splat(0));
        v128.store(target, v128.and(loadSome(from, some), passes));
      }
    } else {
      for (let j = left; j < right; j++, from += column, target += 16) {
        v128.store(target, loadSome(from, some));
      }
    }
  }
}

/** → [36][output channels / 8][channels][8] */
function transformWeights(job: Job, first: i32, blocks: i32, to: usize, own: usize): void {
  const step = weightsStep(job);
  const tap = <usize>(job.channels * job.outputChannels) << 2;
  const panel = <usize>job.channels << 5;
  const patch = own + patchBytes;
  // All of a line of the cache at once, and no more lines than it has room for.
  for (let block = 0; block < blocks; block += 2, first += 16, to += 2 * panel) {
    const halves = 2 * min(2, blocks - block);
    for (let channel = 0; channel < job.channels; channel++) {
      for (let half = 0; half < halves; half++) {
        const output = first + 4 * half;
        const some = job.outputChannels - output;
        const target = to + <usize>(half >> 1) * panel + (<usize>(2 * channel + (half & 1)) << 4);
        if (some <= 0) {
          for (let k: usize = 0; k < 36; k++) v128.store(target + k * step, f32x4.splat(0));
          continue;
        }
        let from = job.kernel + (<usize>(channel * job.outputChannels + output) << 2);
        let next = tap;
        if (some < 4) {
          for (let k: usize = 0; k < 9; k++) v128.store(patch + (k << 4), loadSome(from + k * tap, some));
          from = patch;
          next = 16;
        }
        for (let j: usize = 0; j < 3; j++) weightsAlong(from + j * next, 3 * next, own + (j << 4), 48);
        for (let i: usize = 0; i < 6; i++) weightsAlong(own + i * 48, 16, target + i * 6 * step, step);
      }
    }
  }
}

/** → [36][tiles][output channels] */
function multiply(job: Job, groups: i32, blocks: i32, tiles: usize, weights: usize, to: usize): void {
  const tile = <usize>upTo(4, job.channels) << 2;
  const panel = <usize>job.channels << 5;
  const row = <usize>blocks << 5;
  for (let k: usize = 0; k < 36; k++) {
    const panels = weights + k * weightsStep(job);
    let group = tiles + k * tilesStep(job);
    let target = to + k * productsStep(job);
    for (let g = 0; g < groups; g++, group += 4 * tile, target += 4 * row) {
      for (let block: usize = 0; block < <usize>blocks; block++) {
        const sums = target + (block << 5);
        multiplyPanels(group, tile, panels + block * panel, job.channels, sums, row, true);
      }
    }
  }
}

/** → the picture, with bias and ReLU */
function transformProducts(
  job: Job, first: i32, count: i32, channel: i32, width: i32, from: usize, own: usize,
): void {
  const step = productsStep(job);
  const column = <usize>job.outputChannels << 2;
  const row = <usize>job.outputWidth * column;
  const patch = own + patchBytes;
  const zero = f32x4.splat(0);
  const end = min(width, job.outputChannels - channel);
  for (let at = 0; at < count; at++) {
    const y = ((first + at) / job.across) * 4;
    const x = ((first + at) % job.across) * 4;
    const rows = min(4, job.outputHeight - y);
    const columns = min(4, job.outputWidth - x);
    for (let d = 0; d < end; d += 4) {
      const some = end - d;
      const products = from + (<usize>(at * width + d) << 2);
      for (let j: usize = 0; j < 6; j++) {
        productsAlong(products + j * step, 6 * step, own + (j << 4), 96);
      }
      const bias = job.bias ? loadSome(job.bias + (<usize>(channel + d) << 2), some) : zero;
      let line = job.y + (<usize>((y * job.outputWidth + x) * job.outputChannels + channel + d) << 2);
      for (let i = 0; i < rows; i++, line += row) {
        productsAlong(own + <usize>i * 96, 16, patch, 16);
        let target = line;
        for (let j = 0; j < columns; j++, target += column) {
          let value = f32x4.add(v128.load(patch + (<usize>j << 4)), bias);
          if (job.relu) value = f32x4.max(value, zero);
          storeSome(target, value, some);
        }
      }
    }
  }
}
