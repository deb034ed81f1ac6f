/** One side of the comparison, a process of its own: an iteration as Gramarye runs it. `ours.ts SIDE COUNT ENCODER`. */
import { nodeThreads } from '../../src/cli/node-threads.ts';
import { openBackend } from '../../src/runtime/execute/backend.ts';
import { measureOurs } from './measure-ours.ts';
import { type IterationReport, orderFrom } from './setting.ts';

const backend = await openBackend('wasm', { threads: nodeThreads() });
if (!backend.ok) throw new Error(backend.reason.id);
const measured = await measureOurs(orderFrom(process.argv.slice(2)));
const report: IterationReport = { ...measured, residentBytes: 1024 * process.resourceUsage().maxRSS };
console.log(JSON.stringify(report));
