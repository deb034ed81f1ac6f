/**
 * How threads share a job. One of them prepares it, opens it, takes part in it and waits until all items are done;
 * the others help with whatever is open. A helper that comes late finds no item left, or those of the next job,
 * never one that is being prepared: meanwhile the next item is one that nobody has.
 */
import { combine } from './combine';
import { convolve, convolvePixels } from './convolution';
import { addUpGram, multiplyForGram } from './gram';
import { Job, Kind } from './job';
import { pool } from './pooling';
import { multiplyMatrices } from './product';

const nobodysItem: i32 = 0x40000000;
/** How often a thread looks again before it sleeps: to be woken takes longer than most pauses between two jobs. */
const looks: i32 = 65536;

export function close(job: Job): void {
  atomic.store<i32>(changetype<usize>(job), nobodysItem, offsetof<Job>('next'));
}

export function performTogether(job: Job, scratch: usize, helped: bool): void {
  const at = changetype<usize>(job);
  job.scratch = scratch;
  atomic.store<i32>(at, 0, offsetof<Job>('done'));
  atomic.store<i32>(at, 0, offsetof<Job>('next'));
  if (helped) {
    atomic.add<i32>(at, 1, offsetof<Job>('turn'));
    atomic.notify(at + offsetof<Job>('turn'), -1);
  }
  work(job, 0);
  close(job);
  for (let look = 0; ; look++) {
    const done = atomic.load<i32>(at, offsetof<Job>('done'));
    if (done == job.items) return;
    if (look > looks) atomic.wait<i32>(at + offsetof<Job>('done'), done, -1);
  }
}

export function help(job: Job, thread: i32): void {
  const at = changetype<usize>(job);
  for (;;) {
    const turn = atomic.load<i32>(at, offsetof<Job>('turn'));
    if (turn < 0) return;
    work(job, thread);
    let look = 0;
    while (look < looks && atomic.load<i32>(at, offsetof<Job>('turn')) == turn) look++;
    if (look == looks) atomic.wait<i32>(at + offsetof<Job>('turn'), turn, -1);
  }
}

export function dismiss(job: Job): void {
  const at = changetype<usize>(job);
  atomic.store<i32>(at, -1, offsetof<Job>('turn'));
  atomic.notify(at + offsetof<Job>('turn'), -1);
}

function work(job: Job, thread: i32): void {
  const at = changetype<usize>(job);
  for (;;) {
    const item = atomic.add<i32>(at, 1, offsetof<Job>('next'));
    if (item >= job.items) return;
    perform(job, item, job.scratch + job.sharedBytes + <usize>thread * job.ownBytes);
    const done = atomic.add<i32>(at, 1, offsetof<Job>('done')) + 1;
    if (thread > 0 && done == job.items) atomic.notify(at + offsetof<Job>('done'), 1);
  }
}

function perform(job: Job, item: i32, own: usize): void {
  switch (job.kind) {
    case Kind.convolutionPixels: return convolvePixels(job, item, own);
    case Kind.convolution: return convolve(job, item, own);
    case Kind.product: return multiplyMatrices(job, item, own);
    case Kind.gramParts: return multiplyForGram(job, item, own);
    case Kind.gramSum: return addUpGram(job, item);
    case Kind.pooling: return pool(job, item);
    case Kind.combination: return combine(job, item);
  }
}
