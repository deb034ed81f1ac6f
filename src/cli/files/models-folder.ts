/** Where the command line keeps encoders. */
import { join, resolve } from 'node:path';
import envPaths from 'env-paths';
import { type Downloads, downloadsIn } from '../../../models/store/downloads.ts';
import { EncoderStore } from '../../../models/store/encoder-store.ts';
import { diskStorage } from './disk-storage.ts';

/**
 * GRAMARYE_MODELS if it is set, else a folder among the user's caches: XDG_CACHE_HOME or ~/.cache,
 * ~/Library/Caches, LOCALAPPDATA. What is in it can be had again.
 */
export function modelsFolder(): string {
  const chosen = process.env.GRAMARYE_MODELS;
  return chosen ? resolve(chosen) : join(envPaths('gramarye', { suffix: '' }).cache, 'models');
}

/** Those that broke off and those that are under way. */
export const downloads = (): Downloads => downloadsIn(diskStorage(modelsFolder()));

export const keptEncoders = (): EncoderStore => new EncoderStore(diskStorage(modelsFolder()));
