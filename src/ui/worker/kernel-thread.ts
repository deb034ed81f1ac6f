/// <reference lib="webworker" />
/** A thread that helps the WebAssembly kernels of the page's worker: it waits in them and never answers. */
import { serveKernels, type ThreadTask } from '../../runtime/kernels/threads.ts';

addEventListener('message', ({ data }: MessageEvent<ThreadTask>) => serveKernels(data));
