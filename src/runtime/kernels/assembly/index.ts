/** What JavaScript calls. All of it works in the one memory that it is given, tfjs' own. */
import { planConvolution } from './convolution';
import { Job, Kind } from './job';
import { close, dismiss, help, perform } from './threads';

export function jobBytes(): usize {
  return offsetof<Job>();
}

/** Makes a job of so many bytes of memory. */
export function open(at: usize): void {
  memory.fill(at, 0, offsetof<Job>());
  close(changetype<Job>(at));
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

/** Does what has been prepared. @param scratch Memory for each thread. */
export function run(at: usize, scratch: usize, helped: bool): void {
  perform(changetype<Job>(at), scratch, helped);
}

/** What a thread that helps does until it is stopped; `thread` counts from 1. */
export function serve(at: usize, thread: i32): void {
  help(changetype<Job>(at), thread);
}

/** Has all threads return from `serve`. */
export function stop(at: usize): void {
  dismiss(changetype<Job>(at));
}
