/** What every command that opens a graph has in common: the file, and the options that change the graph. */
import { dirname, resolve } from 'node:path';
import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import type { Checked } from '../graph/problem.ts';
import type { ReadRecipe } from '../graph/share/recipe.ts';
import { message } from '../language/message.ts';
import { success } from '../language/result.ts';
import { encoderReference } from './encoder-argument.ts';
import { fileSources } from './files/file-sources.ts';
import { readGraph } from './files/read-graph.ts';
import { showPath } from './files/show-path.ts';
import type { Adjustments } from './library/adjust.ts';
import type { GraphOptions } from './library/check-graph.ts';
import { withIncluded } from './recipe/included-sources.ts';
import { introduceRecipe } from './recipe/tell-recipe.ts';
import type { GraphFile } from './say-problems.ts';
import type { Voice } from './voice.ts';

/** As commander gives them. */
export interface GraphFlags {
  readonly set?: NonNullable<Adjustments['set']>;
  readonly image?: NonNullable<Adjustments['images']>;
  readonly encoder?: string;
  readonly size?: number;
  readonly iterations?: number;
}

export function withGraphArguments(command: Command, voice: Voice): Command {
  const say = (id: Parameters<typeof message>[0]) => voice.inWords(message(id));
  return command
    .addArgument(new Argument('<graph>', say('help.graph')))
    .addOption(
      new Option('--set <node.param=value>', say('help.set')).argParser(
        listOf(voice, (path, text) => ({ path, text })),
      ),
    )
    .addOption(
      new Option('--image <node=file>', say('help.image')).argParser(
        listOf(voice, (node, file) => ({ node, reference: imageReference(file) })),
      ),
    )
    .addOption(new Option('--encoder <encoder>', say('help.encoder')).argParser(encoderReference))
    .addOption(new Option('--size <pixels>', say('help.size')).argParser(countIn(voice)))
    .addOption(new Option('--iterations <count>', say('help.iterations')).argParser(countIn(voice)));
}

export const withLanguage = (command: Command, voice: Voice): Command =>
  command.addOption(
    new Option('--language <code>', voice.inWords(message('help.language'))).choices(['en', 'zh']),
  );

export interface OpenedGraph {
  readonly file: Required<GraphFile>;
  /** Where the file is a picture. */
  readonly recipe?: ReadRecipe;
  readonly options: GraphOptions;
}

/** The text of the graph file, and where from and with what changes it is opened. */
export async function openGraph(path: string, flags: GraphFlags): Promise<Checked<OpenedGraph>> {
  const read = await readGraph(path);
  if (!read.ok) return read;
  const { text, recipe } = read.value;
  const sources = fileSources(dirname(resolve(path)));
  const { set, image, encoder, size, iterations } = flags;
  return success({
    file: { path, text },
    ...(recipe && { recipe }),
    options: {
      sources: recipe?.included ? withIncluded(sources, recipe.included) : sources,
      adjustments: {
        ...(image && { images: image }),
        ...(encoder !== undefined && { encoder }),
        ...(size !== undefined && { size }),
        ...(iterations !== undefined && { iterations }),
        ...(set && { set }),
      },
    },
  });
}

/** Says where a graph that came in a picture is from, and what was repaired of it. */
export function tellRecipe({ file, recipe }: OpenedGraph, voice: Voice): void {
  if (!recipe) return;
  for (const line of [...introduceRecipe(showPath(file.path), recipe), ...recipe.repairs]) voice.remark(line);
}

/** A path on the command line starts from where the command is given, not from the graph's folder. */
export const imageReference = (text: string): string =>
  text.startsWith('sample:') ? text : `file:${resolve(text)}`;

/** Collects `NAME=VALUE` arguments; the value may have `=` in it, too. */
export const listOf =
  <T>(voice: Voice, build: (name: string, value: string) => T) =>
  (text: string, before: readonly T[] = []): readonly T[] => {
    const at = text.indexOf('=');
    if (at < 1) throw new InvalidArgumentError(voice.inWords(message('usage.no-equals')));
    return [...before, build(text.slice(0, at), text.slice(at + 1))];
  };

/** Whole numbers from 1. */
export const countIn =
  (voice: Voice) =>
  (text: string): number => {
    if (!/^0*[1-9]\d{0,8}$/.test(text))
      throw new InvalidArgumentError(voice.inWords(message('usage.no-count')));
    return Number(text);
  };
