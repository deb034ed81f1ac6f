/** Everything that is wrong with a graph, a line each. */
import { parseDocument } from '../graph/file/parse.ts';
import type { Problem } from '../graph/problem.ts';
import { message } from '../language/message.ts';
import { showPath } from './files/show-path.ts';
import { problemText } from './problem-text.ts';
import type { Voice } from './voice.ts';

export interface GraphFile {
  readonly path: string;
  /** Absent where the file could not even be read. */
  readonly text?: string;
}

/** @returns the exit code that such a graph earns. */
export function sayProblems(
  problems: readonly Problem[],
  { path, text }: GraphFile,
  voice: Voice,
  { fixes = false }: { readonly fixes?: boolean } = {},
): number {
  const opened = text === undefined ? undefined : parseDocument(text);
  for (const problem of problems) {
    const told = problemText(problem, opened?.ok ? opened.value.document : undefined);
    // A sentence about the file as a whole says "the file"; which one, it cannot know.
    voice.remark(
      opened?.ok === false ? message('problem.in-file', { file: showPath(path), reason: told }) : told,
    );
    // What would fit is worth saying even where nobody asked how to mend a graph: the graph is not at fault.
    for (const { label } of problem.offers ?? []) voice.remark(label);
    if (fixes && problem.fix && !problem.offers)
      voice.remark(message('problem.fix', { fix: problem.fix.label }));
  }
  return 1;
}
