/** What it takes to paint: the same for a graph that is edited and for one that is painted from nothing. */
import { packageFolder } from '../../../src/cli/files/package-folder.ts';
import { rememberingSources } from '../../../src/cli/library/remembering-sources.ts';
import { availableMemory } from '../../../src/cli/machine.ts';
import { type Backend, fileSources, openBackend, type Sources, say } from '../../../src/index.ts';

export interface Setup {
  readonly backend: Backend;
  /** Files stay open: neither side is charged for reading them. */
  readonly sources: Sources;
}

/** WebAssembly, and the files of this machine. */
export async function openSetup(): Promise<Setup> {
  const backend = await openBackend('wasm', { systemMemory: availableMemory() });
  if (!backend.ok) throw new Error(say(backend.reason));
  return { backend: backend.value, sources: rememberingSources(fileSources(packageFolder())) };
}
