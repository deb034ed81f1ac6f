import { afterAll, beforeAll } from 'vitest';
import type { Backend } from '../execute/backend.ts';
import { openForTest } from './backends.ts';

/** The WebAssembly backend, open while the tests of the file run. */
export function onWasm(): void {
  let open: Backend | undefined;
  beforeAll(async () => {
    open = await openForTest('wasm');
  });
  afterAll(() => open?.dispose());
}
