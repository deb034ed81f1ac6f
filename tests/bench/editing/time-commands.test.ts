/** The worker's side in this very thread, with a tiny encoder and tiny pictures. */
import { afterAll, expect, test } from 'vitest';
import { serve } from '../../../src/runtime/host/serve.ts';
import { hosting } from './hosting.ts';
import { Page } from './page.ts';
import { openPreset } from './preset.ts';
import { timeCommands } from './time-commands.ts';
import { tinySources } from './tiny-sources.ts';

const { port1, port2 } = new MessageChannel();
afterAll(() => port1.close());

test('every command is answered, and takes effect, while the graph is painted', async () => {
  serve(port2, hosting(tinySources()));
  const page = new Page(port1);
  expect(await page.worker.open({ backend: 'wasm', base: '' })).toMatchObject({ ok: true });
  const commands = await timeCommands(page, await openPreset(48), 2);
  await page.worker.close();
  expect(commands).toHaveLength(6);
  for (const { times } of commands) {
    expect(times).toHaveLength(2);
    for (const { acknowledged, inEffect } of times) {
      expect(acknowledged).toBeGreaterThan(0);
      expect(inEffect).toBeGreaterThan(0);
    }
  }
});
