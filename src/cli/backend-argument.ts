/** Where to compute: the option that every command that paints has. */
import { type Command, Option } from 'commander';
import { message } from '../language/message.ts';
import type { RenderOptions } from './library/render-graph.ts';
import { availableMemory } from './machine.ts';
import { nodeThreads } from './node-threads.ts';
import { nodeWebGpu } from './node-webgpu.ts';
import type { Voice } from './voice.ts';

const backends = ['auto', 'webgpu', 'wasm', 'cpu'] as const;

export interface BackendFlags {
  readonly backend: (typeof backends)[number];
}

export const withBackend = (command: Command, voice: Voice): Command =>
  command.addOption(
    new Option('--backend <name>', voice.inWords(message('help.backend'))).choices(backends).default('auto'),
  );

/** The backend with what it takes to open it on this machine. */
export async function backendChoice({
  backend,
}: BackendFlags): Promise<Pick<RenderOptions, 'backend' | 'backendOptions'>> {
  const gpu = backend === 'auto' || backend === 'webgpu' ? await nodeWebGpu() : {};
  return { backend, backendOptions: { ...gpu, threads: nodeThreads(), systemMemory: availableMemory() } };
}
