/**
 * WebGPU for Node, which has none of its own: Dawn, the implementation that is in Chromium, as a native
 * module. It needs a Vulkan driver (Linux), Metal (macOS) or Direct3D 12 (Windows); where there is none it finds
 * no adapter, and where the module itself does not load there is nothing to lend.
 */
import { existsSync } from 'node:fs';
import type { BackendOptions } from '../runtime/execute/backend.ts';
import type { TilesChosen, TilesKept } from '../runtime/execute/backends/webgpu-tuning.ts';

const libraryFolders = [
  ...(process.env.LD_LIBRARY_PATH ?? '').split(':').filter(Boolean),
  '/usr/lib/x86_64-linux-gnu',
  '/usr/lib/aarch64-linux-gnu',
  '/usr/lib64',
  '/usr/lib',
  '/usr/local/lib',
  '/run/opengl-driver/lib',
];

/** Without Vulkan's loader Dawn finds no adapter and says so on standard error, to people who asked for none. */
const hasVulkan = (): boolean =>
  process.platform !== 'linux' || libraryFolders.some(folder => existsSync(`${folder}/libvulkan.so.1`));

/** What was measured of a GPU, for as long as the process lasts. */
const measured = new Map<string, TilesChosen>();
const tiles: TilesKept = {
  lasts: false,
  recall: async adapter => measured.get(adapter),
  remember: async (adapter, chosen) => void measured.set(adapter, chosen),
};

/** To be spread into the options of `openBackend`. */
export async function nodeWebGpu(): Promise<Pick<BackendOptions, 'gpu' | 'gpuGlobals' | 'tiles'>> {
  if (!hasVulkan()) return {};
  try {
    const { create, globals } = await import('webgpu');
    return { gpu: create([]), gpuGlobals: globals, tiles };
  } catch {
    return {};
  }
}
