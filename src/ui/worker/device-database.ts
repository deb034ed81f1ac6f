/** What was measured of this machine's devices, in a database of its own: it may be lost. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { TilesChosen } from '../../runtime/execute/backends/webgpu-tuning.ts';
import type { Speeds } from '../../runtime/execute/swiftest.ts';

interface Schema extends DBSchema {
  /** By the GPU's description. */
  readonly speeds: { readonly key: string; readonly value: Speeds };
  /** By adapter and browser. Since version 2. */
  readonly tiles: { readonly key: string; readonly value: TilesChosen };
}

export const openDevices = (): Promise<IDBPDatabase<Schema>> =>
  openDB<Schema>('gramarye-devices', 2, {
    upgrade: (database, from) => {
      if (from < 1) database.createObjectStore('speeds');
      if (from < 2) database.createObjectStore('tiles');
    },
  });
