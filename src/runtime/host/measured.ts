import { memory } from '@tensorflow/tfjs-core';
import type { Session } from '../session/session.ts';
import type { Measure } from './protocol.ts';

/** What is held, by whom, and what was done so far: counts, for tests and for whoever wonders. */
export function measured(session: Session | undefined, sent: Pick<Measure, 'frames' | 'batches'>): Measure {
  const { numTensors: tensors, numBytes: bytes } = memory();
  const held = [...(session?.runs.values() ?? [])].map(run => run.held);
  return {
    tensors,
    bytes,
    cache: { tensors: session?.cache.tensors ?? 0, bytes: session?.cache.bytes ?? 0 },
    loops: {
      tensors: held.reduce((sum, loop) => sum + loop.tensors, 0),
      bytes: held.reduce((sum, loop) => sum + loop.bytes, 0),
    },
    compiled: session?.counts.compiled ?? 0,
    computed: session?.counts.computed ?? 0,
    ...sent,
  };
}
