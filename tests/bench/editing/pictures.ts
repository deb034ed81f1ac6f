/**
 * From an edit to the first picture with it, a process of its own: `pictures.ts ROUNDS SIDE`. Every kind of edit,
 * made while the graph is being painted, against painting the edited graph from nothing.
 */
import { editKinds } from './edits.ts';
import { openPreset } from './preset.ts';
import { openSetup } from './setup.ts';
import { type EditTimes, timeEdits } from './time-edits.ts';

const [rounds = 5, side = 256] = process.argv.slice(2).map(Number);
const times: readonly EditTimes[] = await timeEdits(
  await openSetup(),
  editKinds(await openPreset(side)),
  rounds,
);
console.log(JSON.stringify(times));
