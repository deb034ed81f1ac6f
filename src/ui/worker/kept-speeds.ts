/** What GPU and processor took for the same work, kept in the browser so that it is measured once. */
import type { SpeedsKept } from '../../runtime/execute/swiftest.ts';
import { openDevices } from './device-database.ts';

/** Where the browser keeps nothing, it is measured at each visit. */
export const keptSpeeds: SpeedsKept = {
  async recall(gpu) {
    return openDevices()
      .then(kept => kept.get('speeds', gpu).finally(() => kept.close()))
      .catch(() => undefined);
  },
  async remember(gpu, speeds) {
    await openDevices()
      .then(kept => kept.put('speeds', speeds, gpu).finally(() => kept.close()))
      .catch(() => undefined);
  },
};
