/** How a GPU's work is best cut up, kept in the browser so that it is measured once. */
import type { TilesKept } from '../../runtime/execute/backends/webgpu-tuning.ts';
import { openDevices } from './device-database.ts';

/** Where the browser keeps nothing, it is measured at each visit. */
export const keptTiles: TilesKept = {
  lasts: true,
  async recall(adapter) {
    return openDevices()
      .then(kept => kept.get('tiles', adapter).finally(() => kept.close()))
      .catch(() => undefined);
  },
  async remember(adapter, chosen) {
    await openDevices()
      .then(kept => kept.put('tiles', chosen, adapter).finally(() => kept.close()))
      .catch(() => undefined);
  },
};
