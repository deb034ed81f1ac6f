/**
 * A thread of Node that paints. Relative references start from the folder that it is opened with. Dawn must not
 * be loaded in threads, so WebGPU is not to be had here; see `serve` for a host on the main thread.
 */
import { parentPort } from 'node:worker_threads';
import { message } from '../../language/message.ts';
import { failure } from '../../language/result.ts';
import { openBackend } from '../../runtime/execute/backend.ts';
import { serve } from '../../runtime/host/serve.ts';
import { fileSources } from '../files/file-sources.ts';
import { hosting } from '../library/hosting.ts';
import { availableMemory } from '../machine.ts';
import { nodeThreads } from '../node-threads.ts';

if (!parentPort) throw new Error('This is the code of a thread.');

const systemMemory = availableMemory();

serve(
  parentPort,
  hosting({
    sourcesAt: ({ base }) => fileSources(base),
    openBackend: async choice =>
      choice === 'webgpu'
        ? failure(message('backend.no-webgpu'))
        : openBackend(choice === 'auto' ? 'wasm' : choice, { threads: nodeThreads(), systemMemory }),
    machine: { systemMemory },
  }),
);
