/** Our side in headless Chromium, a process of its own: `chromium.ts SIDE COUNT ENCODER`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from '../../../scripts/find-browser.ts';
import { packageFolder } from '../../../src/cli/files/package-folder.ts';
import { openSite } from '../../browser/site.ts';
import { type IterationReport, orderFrom } from '../setting.ts';
import type { Told } from './page.ts';

const found = findBrowser({ install: false });
if (!found) throw new Error('There is no Chromium on this machine.');
const entry = join(packageFolder(), 'tests/bench/native/page.ts');
// Only a page that is isolated from others may have threads that share memory.
const site = await openSite(entry, {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
});
const browser = await chromium.launch({
  executablePath: found.path,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  const page = await browser.newPage();
  await page.goto(site.address);
  await page.waitForFunction('globalThis.measure !== undefined');
  const order = orderFrom(process.argv.slice(2));
  const told = (await page.evaluate(`globalThis.measure(${JSON.stringify(order)})`)) as Told;
  if ('error' in told) throw new Error(told.error);
  const residentBytes = await mostResident(browser);
  const report: IterationReport = { ...told.report, ...(residentBytes && { residentBytes }) };
  console.log(JSON.stringify(report));
} finally {
  await browser.close();
  site.close();
}

/** The most that the process of a page had, where the system says so of others' processes. */
async function mostResident(browser: Browser): Promise<number | undefined> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const most = processInfo.flatMap(({ type, id }) => {
    if (type !== 'renderer') return [];
    try {
      const [, kilobytes] = /^VmHWM:\s*(\d+) kB/m.exec(readFileSync(`/proc/${id}/status`, 'utf8')) ?? [];
      return kilobytes === undefined ? [] : [1024 * Number(kilobytes)];
    } catch {
      return [];
    }
  });
  return most.length > 0 ? Math.max(...most) : undefined;
}
