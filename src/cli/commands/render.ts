/** `gramarye render GRAPH -o OUT.png`: a graph file becomes a picture. */

import { type Command, Option } from 'commander';
import { message } from '../../language/message.ts';
import { showPath } from '../files/show-path.ts';
import { isPicturePath } from '../files/write-picture.ts';
import { countIn, type GraphFlags, openGraph, withGraphArguments, withLanguage } from '../graph-arguments.ts';
import { availableMemory } from '../machine.ts';
import { nodeWebGpu } from '../node-webgpu.ts';
import { paintToFiles } from '../painting/paint-to-files.ts';
import { sayProblems } from '../say-problems.ts';
import type { Voice } from '../voice.ts';

const backends = ['auto', 'webgpu', 'wasm', 'cpu'] as const;

interface RenderFlags extends GraphFlags {
  readonly output: string;
  readonly backend: (typeof backends)[number];
  readonly every?: number;
  readonly trace?: string;
}

export function addRender(program: Command, voice: Voice, finish: (exitCode: number) => void): void {
  const say = (id: Parameters<typeof message>[0]) => voice.inWords(message(id));
  const command = program
    .command('render')
    .description(say('help.render'))
    .addOption(new Option('-o, --output <file>', say('help.output')).makeOptionMandatory());
  withGraphArguments(command, voice)
    .addOption(new Option('--backend <name>', say('help.backend')).choices(backends).default('auto'))
    .addOption(new Option('--every <count>', say('help.every')).argParser(countIn(voice)))
    .addOption(new Option('--trace <file>', say('help.trace')))
    .action(async (graph: string, flags: RenderFlags) => finish(await render(graph, flags, voice)));
  withLanguage(command, voice);
}

async function render(path: string, flags: RenderFlags, voice: Voice): Promise<number> {
  const { output, backend, every, trace } = flags;
  if (!isPicturePath(output)) {
    voice.remark(message('output.ending', { file: showPath(output) }));
    return 1;
  }
  const opened = await openGraph(path, flags);
  if (!opened.ok) return sayProblems(opened.reason, { path }, voice);
  const gpu = backend === 'auto' || backend === 'webgpu' ? await nodeWebGpu() : {};
  return paintToFiles(
    {
      file: opened.value.file,
      options: {
        ...opened.value.options,
        backend,
        backendOptions: { ...gpu, systemMemory: availableMemory() },
      },
      output,
      ...(every !== undefined && { every }),
      ...(trace !== undefined && { trace }),
    },
    voice,
  );
}
