/** `gramarye plan GRAPH`: what would run, once and in the loop, and what it would cost. */
import { type Command, Option } from 'commander';
import { message } from '../../language/message.ts';
import { wasmMemory, wasmOwnBytes } from '../../runtime/execute/backends/wasm.ts';
import { planMemory } from '../../runtime/execute/plan-memory.ts';
import {
  type GraphFlags,
  openGraph,
  tellRecipe,
  withGraphArguments,
  withLanguage,
} from '../graph-arguments.ts';
import { describePlan } from '../library/describe-plan.ts';
import { planGraph } from '../library/plan-graph.ts';
import { availableMemory } from '../machine.ts';
import { type MemoryFlags, withMemory } from '../memory-argument.ts';
import { nodeThreads } from '../node-threads.ts';
import { planText } from '../plan-text.ts';
import { sayProblems } from '../say-problems.ts';
import type { Voice } from '../voice.ts';

interface PlanFlags extends GraphFlags, MemoryFlags {
  readonly json?: true;
}

export function addPlan(program: Command, voice: Voice, finish: (exitCode: number) => void): void {
  const command = program.command('plan').description(voice.inWords(message('help.plan')));
  withMemory(withGraphArguments(command, voice), voice)
    .addOption(new Option('--json', voice.inWords(message('help.json'))))
    .action(async (graph: string, flags: PlanFlags) => finish(await plan(graph, flags, voice)));
  withLanguage(command, voice);
}

async function plan(path: string, flags: PlanFlags, voice: Voice): Promise<number> {
  const opened = await openGraph(path, flags);
  if (!opened.ok) return sayProblems(opened.reason, { path }, voice);
  tellRecipe(opened.value, voice);
  const { file, options } = opened.value;
  const ownBytes = wasmOwnBytes(1 + (nodeThreads()?.helpers ?? 0));
  const memory = planMemory({ memoryLimit: wasmMemory(availableMemory()), ownBytes }, flags.memory);
  const planned = await planGraph(file.text, { ...options, memory });
  if (!planned.ok) return sayProblems(planned.reason, file, voice);
  const { warnings } = planned.value.validated;
  if (warnings.length > 0) return sayProblems(warnings, file, voice);
  for (const note of planned.value.notes) voice.remark(note);
  const description = describePlan(planned.value);
  voice.answer(flags.json ? JSON.stringify(description, null, 2) : planText(description, voice));
  return 0;
}
