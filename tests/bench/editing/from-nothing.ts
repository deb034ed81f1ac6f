/** The other way to answer an edit: compile the whole graph, and paint it from nothing. */
import { checkGraph, type GraphDocument, paint, problemText, say } from '../../../src/index.ts';
import type { Setup } from './setup.ts';

/** Milliseconds from `document` to its first picture. */
export async function timeFromNothing({ sources }: Setup, document: GraphDocument): Promise<number> {
  const begun = performance.now();
  const checked = await checkGraph(document, { sources });
  if (!checked.ok) throw new Error(checked.reason.map(problem => say(problemText(problem))).join('\n'));
  const { plan, resources, validated } = checked.value;
  const painting = paint(plan, { resources, params: () => validated.params, wantsPicture: () => true });
  for await (const event of painting) {
    if (event.type === 'failed') throw new Error(say(problemText(event.problem)));
    if (event.type === 'picture') return performance.now() - begun;
  }
  throw new Error('The graph gave no picture.');
}
