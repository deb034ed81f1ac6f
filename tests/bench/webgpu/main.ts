/**
 * The GPU in headless Chromium, a process of its own: iterations of VGG-19 and each of its convolutions, by programs
 * of ours and by tfjs' own. `main.ts software` tries whether it works, on a GPU that software pretends.
 */
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from '../../../scripts/find-browser.ts';
import { packageFolder } from '../../../src/cli/files/package-folder.ts';
import { openSite } from '../../browser/site.ts';
import { median } from '../median.ts';
import type { Order, Told, WebGpuReport, Whose } from './order.ts';

const software = process.argv.includes('software');
const rounds = software
  ? [{ side: 32, count: 1 }]
  : [
      { side: 128, count: 30 },
      { side: 256, count: 20 },
      { side: 512, count: 10 },
    ];
const layersSide = software ? 32 : 256;

const found = findBrowser({ install: false });
if (!found) throw new Error('There is no Chromium on this machine.');
const site = await openSite(join(packageFolder(), 'tests/bench/webgpu/page.ts'));
const browser = await chromium.launch({
  executablePath: found.path,
  args: [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    // On Linux a browser without a window has WebGPU only where it is asked for by name.
    ...['--enable-unsafe-webgpu', '--enable-features=Vulkan'],
    ...(software ? ['--use-webgpu-adapter=swiftshader'] : []),
  ],
});
try {
  console.log(JSON.stringify(await report()));
} finally {
  await browser.close();
  site.close();
}

async function report(): Promise<WebGpuReport> {
  const page = await browser.newPage();
  await page.goto(site.address);
  await page.waitForFunction('globalThis.measure !== undefined');
  const ask = async (order: Omit<Order, 'software'>): Promise<Told> => {
    const told = (await page.evaluate(
      `globalThis.measure(${JSON.stringify({ ...order, software })})`,
    )) as Told;
    if ('error' in told) throw new Error(told.error);
    return told;
  };
  const layersBy = (whose: Whose) => ask({ of: 'convolutions', whose, side: layersSide, count: 1 });
  const ours = await layersBy('ours');
  if ('absent' in ours) return ours;
  const tfjs = await layersBy('tfjs');
  if (!('layers' in ours) || !('layers' in tfjs)) throw new Error('Something else was measured.');
  const iterations = [];
  for (const { side, count } of rounds) {
    const reports = [];
    for (const whose of ['ours', 'tfjs'] as const) {
      const told = await ask({ of: 'iterations', whose, side, count });
      if (!('iterations' in told)) throw new Error('Something else was measured.');
      reports.push(told.iterations);
    }
    const [mine, theirs] = reports;
    if (!mine || !theirs || Math.abs(mine.loss / theirs.loss - 1) > 1e-2) {
      throw new Error(`They did not compute the same: losses of ${mine?.loss} and ${theirs?.loss}.`);
    }
    const times = { ours: median(mine.times), tfjs: median(theirs.times) };
    iterations.push({ side, times, flops: mine.flops ?? Number.NaN });
  }
  return { gpu: ours.gpu, iterations, layers: { ours: ours.layers, tfjs: tfjs.layers }, layersSide };
}
