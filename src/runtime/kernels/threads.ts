/** Threads that help the kernels: each is started by its host, Node or a page, and told its task. */

/** What a thread needs to know: it hands it to `serveKernels`. */
export interface ThreadTask {
  readonly module: WebAssembly.Module;
  /** Shared with everyone. */
  readonly memory: WebAssembly.Memory;
  /** Where the job is in it. */
  readonly job: number;
  /** From 1. */
  readonly thread: number;
}

export interface Threads {
  /** How many may help the one that computes. */
  readonly helpers: number;
  /** Multiply-adds from which on they are woken; where nothing is said, what takes some hundredths of a millisecond. */
  readonly worthHelp?: number;
  /** Starts one of them. @returns What ends it. */
  start(task: ThreadTask): () => void;
  /** tfjs' WebAssembly with SIMD and without threads, whose memory they will share. */
  loadTfjs(): Promise<Uint8Array<ArrayBuffer>>;
}

/** Helps until the kernels are disposed of. */
export function serveKernels({ module, memory, job, thread }: ThreadTask): void {
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  (exports as { serve(job: number, thread: number): void }).serve(job, thread);
}

/** The same as the code of a thread of Node, which finds its task in `workerData` and needs no file. */
export const codeForNode = `
const { workerData: { module, memory, job, thread } } = require('node:worker_threads');
new WebAssembly.Instance(module, { env: { memory } }).exports.serve(job, thread);
`;
