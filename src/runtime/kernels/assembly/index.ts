/** What JavaScript calls. All of it works in the one memory that it is given, tfjs' own. */
import { convolve, planConvolution } from './convolution';
import { Job, Kind, nobodysItem } from './job';

export function jobBytes(): usize {
  return offsetof<Job>();
}

/** @returns Bytes that each thread needs for itself while it works. */
export function prepareConvolution(
  at: usize, threads: i32,
  x: usize, kernel: usize, bias: usize, mask: usize, y: usize,
  height: i32, width: i32, channels: i32, outputChannels: i32, padding: i32, relu: bool,
): usize {
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
  return job.scratchBytes;
}

/** Does what has been prepared, together with all threads that are there. @param scratch Memory for each of them. */
export function run(at: usize, scratch: usize): void {
  const job = changetype<Job>(at);
  job.scratch = scratch;
  atomic.store<i32>(at, 0, offsetof<Job>('next'));
  work(job, 0);
  atomic.store<i32>(at, nobodysItem, offsetof<Job>('next'));
}

function work(job: Job, thread: i32): void {
  const at = changetype<usize>(job);
  for (;;) {
    const item = atomic.add<i32>(at, 1, offsetof<Job>('next'));
    if (item >= job.items) return;
    convolve(job, item, job.scratch + <usize>thread * job.scratchBytes);
    atomic.add<i32>(at, 1, offsetof<Job>('done'));
  }
}
