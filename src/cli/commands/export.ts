/** `gramarye export GRAPH --as mermaid|typescript`: a graph as a diagram, or as a program of its own. */
import { extname } from 'node:path';
import { type Command, Option } from 'commander';
import { parseDocument } from '../../graph/file/parse.ts';
import { mermaidOf } from '../../graph/share/mermaid.ts';
import { message } from '../../language/message.ts';
import { nodeKinds } from '../../nodes/registry.ts';
import { programFiles } from '../exporting/program-files.ts';
import { showPath } from '../files/show-path.ts';
import { makeFolderFor } from '../files/write-picture.ts';
import { writeWhole } from '../files/write-whole.ts';
import {
  type GraphFlags,
  type OpenedGraph,
  openGraph,
  tellRecipe,
  withGraphArguments,
  withLanguage,
} from '../graph-arguments.ts';
import { adjust } from '../library/adjust.ts';
import { checkGraph } from '../library/check-graph.ts';
import { sayProblems } from '../say-problems.ts';
import type { Voice } from '../voice.ts';

interface ExportFlags extends GraphFlags {
  readonly as: 'mermaid' | 'typescript';
  readonly output?: string;
}

export function addExport(program: Command, voice: Voice, finish: (exitCode: number) => void): void {
  const say = (id: Parameters<typeof message>[0]) => voice.inWords(message(id));
  const command = program
    .command('export')
    .description(say('help.export'))
    .addOption(
      new Option('--as <form>', say('help.export-as'))
        .choices(['mermaid', 'typescript'])
        .makeOptionMandatory(),
    )
    .addOption(new Option('-o, --output <file>', say('help.export-output')));
  withGraphArguments(command, voice).action(async (graph: string, flags: ExportFlags) =>
    finish(await exportGraph(graph, flags, voice)),
  );
  withLanguage(command, voice);
}

async function exportGraph(path: string, flags: ExportFlags, voice: Voice): Promise<number> {
  const opened = await openGraph(path, flags);
  if (!opened.ok) return sayProblems(opened.reason, { path }, voice);
  tellRecipe(opened.value, voice);
  return flags.as === 'mermaid'
    ? exportDiagram(opened.value, flags.output, voice)
    : exportProgram(opened.value, flags.output, voice);
}

async function exportDiagram(
  { file, options: { adjustments = {}, registry = nodeKinds } }: OpenedGraph,
  output: string | undefined,
  voice: Voice,
): Promise<number> {
  const parsed = parseDocument(file.text);
  const adjusted = parsed.ok ? adjust(parsed.value.document, registry, adjustments) : parsed;
  if (!adjusted.ok) return sayProblems(adjusted.reason, file, voice);
  const text = mermaidOf(adjusted.value, registry, voice.language);
  if (output === undefined) voice.answer(text.trimEnd());
  else await write(new Map([[output, text]]), voice);
  return 0;
}

async function exportProgram(
  { file, options }: OpenedGraph,
  output: string | undefined,
  voice: Voice,
): Promise<number> {
  if (output === undefined || extname(output) !== '.ts') {
    voice.remark(message('export.needs-output'));
    return 1;
  }
  const checked = await checkGraph(file.text, options);
  const problems = checked.ok ? checked.value.validated.warnings : checked.reason;
  if (!checked.ok || problems.length > 0) return sayProblems(problems, file, voice);
  for (const note of checked.value.notes) voice.remark(note);
  const files = programFiles(checked.value, output);
  if (!files.ok) return sayProblems([{ severity: 'error', reason: files.reason }], file, voice);
  await write(files.value, voice);
  return 0;
}

async function write(files: ReadonlyMap<string, string | Uint8Array>, voice: Voice): Promise<void> {
  for (const [path, content] of files) {
    await makeFolderFor(path);
    await writeWhole(path, content);
  }
  voice.answer(message('export.done', { files: [...files.keys()].map(path => `\`${showPath(path)}\``) }));
}
