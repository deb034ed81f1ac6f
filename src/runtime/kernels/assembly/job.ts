/**
 * One piece of work that is under way, at the beginning of the memory that kernels use for themselves: what is to
 * be done, and how far it is. Every thread sees the same one and takes items from it until there are no more.
 */
@unmanaged
export class Job {
  /** The item that is taken next; far beyond the last one while no job is open. */
  next: i32;
  items: i32;
  done: i32;
  /** Raised with each job; threads without work wait for it. Negative when they are to go. */
  turn: i32;
  kind: Kind;
  /** Memory for the job: what all threads share, and then so much for each of them. */
  scratch: usize;
  sharedBytes: usize;
  ownBytes: usize;

  x: usize;
  kernel: usize;
  /** 0 where there is none, as is the mask. */
  bias: usize;
  mask: usize;
  y: usize;
  height: i32;
  width: i32;
  channels: i32;
  outputHeight: i32;
  outputWidth: i32;
  outputChannels: i32;
  padding: i32;
  relu: bool;
  /** Whether blocks are pooled to their means. */
  mean: bool;
  factor: f32;
  offset: f32;
  /** How two tensors of so many numbers are combined; the second one may be a single number. */
  operation: i32;
  count: i32;
  isSingle: bool;

  /** Tiles of 4×4 pixels in a row of the output, and in all. */
  across: i32;
  tiles: i32;
  /** How many tiles, rows or positions an item has, and how many output channels: it is one of `ranges` that share the tiles. */
  rowsOfItem: i32;
  channelsOfItem: i32;
  ranges: i32;
  /** Output channels whose weights are in the cache at once. */
  channelsAtOnce: i32;
}

export enum Kind {
  convolutionPixels,
  convolution,
  product,
  gramParts,
  gramSum,
  pooling,
  combination,
}
