import { totalmem } from 'node:os';

/** Bytes of memory that this process may have: the machine's, or what its container grants it. */
export function availableMemory(): number {
  const granted = process.constrainedMemory();
  // Where nothing constrains the process, this is 0 or an absurdly large number.
  return granted > 0 ? Math.min(granted, totalmem()) : totalmem();
}
