/** `gramarye render GRAPH -o OUT.png`: a graph file becomes a picture. */

import { type Command, Option } from 'commander';
import { message } from '../../language/message.ts';
import { type BackendFlags, backendChoice, withBackend } from '../backend-argument.ts';
import { showPath } from '../files/show-path.ts';
import { isPicturePath, isPngPath } from '../files/write-picture.ts';
import {
  countIn,
  type GraphFlags,
  openGraph,
  tellRecipe,
  withGraphArguments,
  withLanguage,
} from '../graph-arguments.ts';
import { type MemoryFlags, withMemory } from '../memory-argument.ts';
import { paintToFiles } from '../painting/paint-to-files.ts';
import { sayProblems } from '../say-problems.ts';
import type { Voice } from '../voice.ts';

interface RenderFlags extends GraphFlags, BackendFlags, MemoryFlags {
  readonly output: string;
  readonly every?: number;
  readonly trace?: string;
  readonly bits: '8' | '16';
  /** False after `--no-recipe`, as commander has it. */
  readonly recipe: boolean;
}

export function addRender(program: Command, voice: Voice, finish: (exitCode: number) => void): void {
  const say = (id: Parameters<typeof message>[0]) => voice.inWords(message(id));
  const command = program
    .command('render')
    .description(say('help.render'))
    .addOption(new Option('-o, --output <file>', say('help.output')).makeOptionMandatory());
  withMemory(withBackend(withGraphArguments(command, voice), voice), voice)
    .addOption(new Option('--every <count>', say('help.every')).argParser(countIn(voice)))
    .addOption(new Option('--trace <file>', say('help.trace')))
    .addOption(new Option('--bits <count>', say('help.bits')).choices(['8', '16']).default('8'))
    .addOption(new Option('--no-recipe', say('help.no-recipe')))
    .action(async (graph: string, flags: RenderFlags) => finish(await render(graph, flags, voice)));
  withLanguage(command, voice);
}

async function render(path: string, flags: RenderFlags, voice: Voice): Promise<number> {
  const { output, every, trace, memory, recipe: tellsRecipe } = flags;
  const bits = flags.bits === '16' ? 16 : 8;
  if (!isPicturePath(output)) {
    voice.remark(message('output.ending', { file: showPath(output) }));
    return 1;
  }
  if (bits === 16 && !isPngPath(output)) {
    voice.remark(message('share.deep-only-png', { file: showPath(output) }));
    return 1;
  }
  const opened = await openGraph(path, flags);
  if (!opened.ok) return sayProblems(opened.reason, { path }, voice);
  tellRecipe(opened.value, voice);
  const { file, recipe, options } = opened.value;
  return paintToFiles(
    {
      file,
      options: { ...options, ...(await backendChoice(flags)), ...(memory !== undefined && { memory }) },
      output,
      bits,
      tellsRecipe,
      ...(recipe && { recipe }),
      ...(every !== undefined && { every }),
      ...(trace !== undefined && { trace }),
    },
    voice,
  );
}
