/** What JavaScript calls. All of it works in the one memory that it is given, tfjs' own. */
import { Operation, planCombination } from './combine';
import { planConvolution, planConvolutionProducts } from './convolution';
import { planGram, planGramSum } from './gram';
import { Job, Kind } from './job';
import { planPooling } from './pooling';
import { planProduct } from './product';
import { close, dismiss, help, performTogether } from './threads';

export { differences, differencesBack, scaleChannels } from './elementwise';
export { averageMoving, stepByAdam } from './optimise';
export { sumUp } from './sum';

export function jobBytes(): usize {
  return offsetof<Job>();
}

/** Makes a job of so many bytes of memory. */
export function open(at: usize): void {
  memory.fill(at, 0, offsetof<Job>());
  close(changetype<Job>(at));
}

/** Bytes that a job which has been prepared needs meanwhile, however many of so many threads take part. */
export function scratchBytes(at: usize, threads: i32): usize {
  const job = changetype<Job>(at);
  return job.sharedBytes + <usize>threads * job.ownBytes;
}

// What prepares a job cuts it for `threads`.

export function prepareConvolution(
  at: usize, threads: i32,
  x: usize, kernel: usize, bias: usize, mask: usize, y: usize,
  height: i32, width: i32, channels: i32, outputChannels: i32, padding: i32, relu: bool,
): void {
  const job = changetype<Job>(at);
  job.kind = Kind.convolution;
  job.x = x;
  job.kernel = kernel;
  job.bias = bias;
  job.mask = mask;
  job.y = y;
  job.height = height;
  job.width = width;
  job.channels = channels;
  job.outputHeight = height + 2 * padding - 2;
  job.outputWidth = width + 2 * padding - 2;
  job.outputChannels = outputChannels;
  job.padding = padding;
  job.relu = relu;
  planConvolution(job, threads);
}

/** [rows, terms] · [terms, columns], and `plus`, where it is not 0. */
export function prepareProduct(
  at: usize, threads: i32, a: usize, b: usize, plus: usize, y: usize, rows: i32, terms: i32, columns: i32,
): void {
  const job = changetype<Job>(at);
  job.kind = Kind.product;
  job.x = a;
  job.kernel = b;
  job.bias = plus;
  job.y = y;
  job.height = rows;
  job.channels = terms;
  job.outputChannels = columns;
  planProduct(job, threads);
}

/** XᵀX · factor of [positions, channels] */
export function prepareGram(
  at: usize, x: usize, y: usize, positions: i32, channels: i32, factor: f32,
): void {
  const job = changetype<Job>(at);
  job.kind = Kind.gramParts;
  job.x = x;
  job.y = y;
  job.height = positions;
  job.channels = channels;
  job.factor = factor;
  planGram(job);
}

/** Blocks of 2×2 of x, or where there is `dy`, the way back. */
export function preparePooling(
  at: usize, x: usize, dy: usize, y: usize, height: i32, width: i32, channels: i32, mean: bool,
): void {
  const job = changetype<Job>(at);
  job.kind = Kind.pooling;
  job.x = x;
  job.mask = dy;
  job.y = y;
  job.height = height;
  job.width = width;
  job.channels = channels;
  job.mean = mean;
  planPooling(job);
}

/** Of `count` numbers a and as many b, or a single one. */
export function prepareCombination(
  at: usize, operation: i32, a: usize, b: usize, y: usize, count: i32, isSingle: bool,
): void {
  const job = changetype<Job>(at);
  job.kind = Kind.combination;
  job.operation = operation;
  job.x = a;
  job.kernel = b;
  job.y = y;
  job.count = count;
  job.isSingle = isSingle;
  planCombination(job);
}

/** x · factor + offset */
export function prepareAffine(at: usize, x: usize, y: usize, count: i32, factor: f32, offset: f32): void {
  const job = changetype<Job>(at);
  job.factor = factor;
  job.offset = offset;
  prepareCombination(at, Operation.affine, x, 0, y, count, false);
}

/** Does what has been prepared. @param scratch Memory for each thread. */
export function run(at: usize, scratch: usize, helped: bool): void {
  const job = changetype<Job>(at);
  do performTogether(job, scratch, helped);
  while (goesOn(job));
}

/** Whether there is a second half, which needs all of the first one: then it is prepared. */
function goesOn(job: Job): bool {
  switch (job.kind) {
    case Kind.convolutionPixels:
      planConvolutionProducts(job);
      return true;
    case Kind.gramParts:
      planGramSum(job);
      return true;
    default:
      return false;
  }
}

/** What a thread that helps does until it is stopped; `thread` counts from 1. */
export function serve(at: usize, thread: i32): void {
  help(changetype<Job>(at), thread);
}

/** Has all threads return from `serve`. */
export function stop(at: usize): void {
  dismiss(changetype<Job>(at));
}
