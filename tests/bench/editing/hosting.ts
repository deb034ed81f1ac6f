/** What a worker needs in order to paint, here: all node kinds, some sources, and this machine. */
import { availableMemory } from '../../../src/cli/machine.ts';
import { nodeKinds, openBackend, type Sources } from '../../../src/index.ts';
import type { HostOptions } from '../../../src/runtime/host/host-options.ts';
import { understand } from './understand.ts';

export function hosting(sources: Sources): HostOptions {
  const systemMemory = availableMemory();
  return {
    registry: nodeKinds,
    understandIn: () => document => understand(document, sources),
    openBackend: choice => openBackend(choice, { systemMemory }),
    machine: { systemMemory },
  };
}
