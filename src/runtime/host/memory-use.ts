import type { Session } from '../session/session.ts';
import type { MemoryUse } from './protocol.ts';

/** Who holds how many bytes. */
export function memoryUse({ cache, runs }: Session): MemoryUse {
  let [loops, checkpoints] = [0, 0];
  for (const run of runs.values()) {
    loops += run.held.bytes;
    checkpoints += run.checkpoints.bytes;
  }
  return {
    weights: cache.bytesOf('weights'),
    images: cache.bytesOf('images'),
    computed: cache.bytesOf('computed'),
    loops,
    budget: cache.budget,
    checkpoints,
  };
}
