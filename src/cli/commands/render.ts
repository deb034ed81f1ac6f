/** `gramarye render GRAPH -o OUT.png`: a graph file becomes a picture. */

import { type Command, Option } from 'commander';
import { message } from '../../language/message.ts';
import { type BackendFlags, backendChoice, withBackend } from '../backend-argument.ts';
import { showPath } from '../files/show-path.ts';
import { isPicturePath } from '../files/write-picture.ts';
import { countIn, type GraphFlags, openGraph, withGraphArguments, withLanguage } from '../graph-arguments.ts';
import { paintToFiles } from '../painting/paint-to-files.ts';
import { sayProblems } from '../say-problems.ts';
import type { Voice } from '../voice.ts';

interface RenderFlags extends GraphFlags, BackendFlags {
  readonly output: string;
  readonly every?: number;
  readonly trace?: string;
}

export function addRender(program: Command, voice: Voice, finish: (exitCode: number) => void): void {
  const say = (id: Parameters<typeof message>[0]) => voice.inWords(message(id));
  const command = program
    .command('render')
    .description(say('help.render'))
    .addOption(new Option('-o, --output <file>', say('help.output')).makeOptionMandatory());
  withBackend(withGraphArguments(command, voice), voice)
    .addOption(new Option('--every <count>', say('help.every')).argParser(countIn(voice)))
    .addOption(new Option('--trace <file>', say('help.trace')))
    .action(async (graph: string, flags: RenderFlags) => finish(await render(graph, flags, voice)));
  withLanguage(command, voice);
}

async function render(path: string, flags: RenderFlags, voice: Voice): Promise<number> {
  const { output, every, trace } = flags;
  if (!isPicturePath(output)) {
    voice.remark(message('output.ending', { file: showPath(output) }));
    return 1;
  }
  const opened = await openGraph(path, flags);
  if (!opened.ok) return sayProblems(opened.reason, { path }, voice);
  return paintToFiles(
    {
      file: opened.value.file,
      options: { ...opened.value.options, ...(await backendChoice(flags)) },
      output,
      ...(every !== undefined && { every }),
      ...(trace !== undefined && { trace }),
    },
    voice,
  );
}
