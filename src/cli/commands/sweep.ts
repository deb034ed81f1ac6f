/** `gramarye sweep GRAPH --vary NODE.PARAM=A,B,C -o DIR`: a graph painted once for each value. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { message } from '../../language/message.ts';
import type { ReadReference, WrittenAxis } from '../../runtime/sweep/read-axis.ts';
import { readShard, type Shard } from '../../runtime/sweep/shard.ts';
import { type BackendFlags, backendChoice, withBackend } from '../backend-argument.ts';
import { encoderReference, networkReference } from '../encoder-argument.ts';
import {
  type GraphFlags,
  imageReference,
  listOf,
  openGraph,
  tellRecipe,
  withGraphArguments,
  withLanguage,
} from '../graph-arguments.ts';
import { sayProblems } from '../say-problems.ts';
import { sweepToFolder } from '../sweep/sweep-to-folder.ts';
import type { Voice } from '../voice.ts';

interface SweepFlags extends GraphFlags, BackendFlags {
  readonly output: string;
  readonly vary: readonly WrittenAxis[];
  readonly shard?: Shard;
}

export function addSweep(program: Command, voice: Voice, finish: (exitCode: number) => void): void {
  const say = (id: Parameters<typeof message>[0]) => voice.inWords(message(id));
  const command = program
    .command('sweep')
    .description(say('help.sweep'))
    .addOption(
      new Option('--vary <node.param=values>', say('help.vary'))
        .argParser(listOf(voice, (path, text) => ({ path, text })))
        .makeOptionMandatory(),
    )
    .addOption(new Option('-o, --output <folder>', say('help.sweep-output')).makeOptionMandatory())
    .addOption(new Option('--shard <i/n>', say('help.shard')).argParser(shardIn(voice)));
  withBackend(withGraphArguments(command, voice), voice).action(async (graph: string, flags: SweepFlags) =>
    finish(await sweep(graph, flags, voice)),
  );
  withLanguage(command, voice);
}

async function sweep(path: string, flags: SweepFlags, voice: Voice): Promise<number> {
  const { output, vary, shard } = flags;
  const opened = await openGraph(path, flags);
  if (!opened.ok) return sayProblems(opened.reason, { path }, voice);
  tellRecipe(opened.value, voice);
  const { file, options } = opened.value;
  return sweepToFolder(
    {
      file,
      folder: output,
      options: {
        ...options,
        ...(await backendChoice(flags)),
        vary,
        readReference,
        ...(shard && { shard }),
      },
    },
    voice,
  );
}

/** As `--image` and `--encoder` read them: a path starts from where the command is given. */
const readReference: ReadReference = (control, text) => {
  if (control === 'encoder') return encoderReference(text);
  if (control === 'network') return networkReference(text);
  return imageReference(text.replace(/^file:/, ''));
};

const shardIn =
  (voice: Voice) =>
  (text: string): Shard => {
    const shard = readShard(text);
    if (!shard.ok) throw new InvalidArgumentError(voice.inWords(shard.reason));
    return shard.value;
  };
