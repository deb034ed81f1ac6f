/** The worker's side in this very thread, with a tiny encoder and tiny pictures. */
import { afterAll, expect, test } from 'vitest';
import { hosting } from '../../../src/cli/library/hosting.ts';
import { openBackend } from '../../../src/index.ts';
import { serve } from '../../../src/runtime/host/serve.ts';
import { Page } from './page.ts';
import { openPreset } from './preset.ts';
import { timeCommands } from './time-commands.ts';
import { tinySources } from './tiny-sources.ts';

function openPage(): Page {
  const { port1, port2 } = new MessageChannel();
  serve(port2, hosting({ sourcesAt: tinySources, openBackend }));
  ports.push(port1);
  return new Page(port1);
}

const ports: MessagePort[] = [];
afterAll(() => {
  for (const port of ports) port.close();
});

test('every command is answered, and takes effect, while the graph is painted', async () => {
  const page = openPage();
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

test('a graph that cannot be painted is not waited for', async () => {
  const page = openPage();
  await page.worker.open({ backend: 'wasm', base: '' });
  // Of so small a picture nothing is left in the fifth block.
  await expect(timeCommands(page, await openPreset(16), 1)).rejects.toThrow('relu5_1');
  await page.worker.close();
});
