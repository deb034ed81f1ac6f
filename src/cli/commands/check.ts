/** `gramarye check GRAPH`: valid, or everything that is wrong with it. */
import type { Command } from 'commander';
import { message } from '../../language/message.ts';
import {
  type GraphFlags,
  openGraph,
  tellRecipe,
  withGraphArguments,
  withLanguage,
} from '../graph-arguments.ts';
import { checkGraph } from '../library/check-graph.ts';
import { sayProblems } from '../say-problems.ts';
import type { Voice } from '../voice.ts';

export function addCheck(program: Command, voice: Voice, finish: (exitCode: number) => void): void {
  const command = program.command('check').description(voice.inWords(message('help.check')));
  withGraphArguments(command, voice).action(async (graph: string, flags: GraphFlags) =>
    finish(await check(graph, flags, voice)),
  );
  withLanguage(command, voice);
}

async function check(path: string, flags: GraphFlags, voice: Voice): Promise<number> {
  const opened = await openGraph(path, flags);
  if (!opened.ok) return sayProblems(opened.reason, { path }, voice);
  tellRecipe(opened.value, voice);
  const { file, options } = opened.value;
  const checked = await checkGraph(file.text, options);
  const problems = checked.ok ? checked.value.validated.warnings : checked.reason;
  if (!checked.ok || problems.length > 0) return sayProblems(problems, file, voice, { fixes: true });
  const { validated, plan, notes } = checked.value;
  for (const note of notes) voice.remark(note);
  const { nodes, edges } = validated.document;
  voice.answer(
    message('check.valid', {
      nodes: Object.keys(nodes).length,
      edges: Object.keys(edges).length,
      outputs: plan.outputs.map(({ node, value: { shape } }) => `\`${node}\` ${shape[1]}×${shape[0]}`),
    }),
  );
  return 0;
}
