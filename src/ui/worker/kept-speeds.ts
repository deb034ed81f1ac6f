/** What GPU and processor took for the same work, kept in the browser so that it is measured once. */
import { type DBSchema, openDB } from 'idb';
import type { Speeds, SpeedsKept } from '../../runtime/execute/swiftest.ts';

interface Schema extends DBSchema {
  readonly speeds: { readonly key: string; readonly value: Speeds };
}

const database = () =>
  openDB<Schema>('gramarye-devices', 1, { upgrade: fresh => void fresh.createObjectStore('speeds') });

/** Where the browser keeps nothing, it is measured at each visit. */
export const keptSpeeds: SpeedsKept = {
  async recall(gpu) {
    return database()
      .then(kept => kept.get('speeds', gpu).finally(() => kept.close()))
      .catch(() => undefined);
  },
  async remember(gpu, speeds) {
    await database()
      .then(kept => kept.put('speeds', speeds, gpu).finally(() => kept.close()))
      .catch(() => undefined);
  },
};
