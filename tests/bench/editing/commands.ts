/**
 * Commands to a worker that paints, a process of its own: `commands.ts ROUNDS SIDE`. The worker is a thread; its
 * clock is not asked: all times are taken where a page would take them.
 */
import { startWorker } from '../../../src/cli/worker/start-worker.ts';
import { say } from '../../../src/index.ts';
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

const worker = startWorker(new URL('worker.js', import.meta.url));
worker.onEnd(why => {
  throw new Error(why);
});
const page = new Page(worker.port);
const opened = await page.worker.open({ backend: 'wasm', base: process.cwd() });
if (!opened.ok) throw new Error(say(opened.reason));
const commands = await timeCommands(page, preset, rounds);
worker.onEnd(() => {});
worker.terminate();

const steps = await timeSteps(await openSetup(), preset, 3);
const report: CommandsReport = { commands, steps: steps.slice(0, 12) };
console.log(JSON.stringify(report));
