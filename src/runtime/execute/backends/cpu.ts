import { message } from '../../../language/message.ts';
import { failure, type Result, success } from '../../../language/result.ts';
import type { Backend, BackendOptions } from '../backend.ts';
import { start, stop } from './registry.ts';

/** Plain JavaScript: the reference that the others are held against, hundreds of times slower than they are. */
export async function openCpu({ systemMemory }: BackendOptions): Promise<Result<Backend>> {
  await import('@tensorflow/tfjs-backend-cpu');
  if (!(await start('cpu'))) return failure(message('backend.no-cpu'));
  return success({
    name: 'cpu',
    description: 'JavaScript',
    memoryLimit: systemMemory ? systemMemory / 2 : 2 ** 32,
    largestTensor: 2 ** 31,
    lost: new Promise(() => {}),
    dispose: () => stop('cpu'),
  });
}
