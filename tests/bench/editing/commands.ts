/**
 * Commands to a worker that paints, a process of its own: `commands.ts ROUNDS SIDE`. The worker is a thread; its
 * clock is not asked: all times are taken where a page would take them.
 */
import { MessageChannel, Worker } from 'node:worker_threads';
import type { Port } from '../../../src/runtime/host/port.ts';
import { Page } from './page.ts';
import { openPreset } from './preset.ts';
import { openSetup } from './setup.ts';
import { type CommandTimes, timeCommands } from './time-commands.ts';
import { type StepTime, timeSteps } from './time-steps.ts';

export interface CommandsReport {
  readonly commands: readonly CommandTimes[];
  /** The longest of the plan, by themselves. */
  readonly steps: readonly StepTime[];
}

const [rounds = 40, side = 256] = process.argv.slice(2).map(Number);
const preset = await openPreset(side);

const { port1, port2 } = new MessageChannel();
const worker = new Worker(new URL('worker.js', import.meta.url), {
  workerData: port2,
  transferList: [port2],
});
const page = new Page(port1 as unknown as Port);
const opened = await page.worker.open({ backend: 'wasm', base: '' });
if (!opened.ok) throw new Error(opened.reason.id);
const commands = await timeCommands(page, preset, rounds);
await worker.terminate();
port1.close();

const steps = await timeSteps(await openSetup(), preset, 3);
const report: CommandsReport = { commands, steps: steps.slice(0, 12) };
console.log(JSON.stringify(report));
