/**
 * What can be known of a sweep from a few of its cells before any is painted: that the fault is in the graph
 * and not in what is varied, where every corner of the grid has the same one; and that a parameter does
 * nothing, where all of its values give the same picture.
 */
import type { GraphDocument } from '../../graph/document.ts';
import type { Registry } from '../../graph/kind.ts';
import type { Checked, Problem } from '../../graph/problem.ts';
import { type Message, message } from '../../language/message.ts';
import { failure, success } from '../../language/result.ts';
import { type Cell, documentAt, type Grid } from '../../runtime/sweep/grid.ts';
import { keyOfPlan } from '../../runtime/sweep/plan-key.ts';
import type { CheckedGraph } from './check-graph.ts';

export async function refuseCorners(
  document: GraphDocument,
  registry: Registry,
  { axes, cells }: Grid,
  check: (document: GraphDocument) => Promise<Checked<CheckedGraph>>,
): Promise<Checked<{ readonly notes: readonly Message[] }>> {
  const known = new Map<Cell, Checked<CheckedGraph>>();
  const cellAt = async (at: readonly number[]): Promise<Checked<CheckedGraph>> => {
    const cell = cells.find(other => other.at.every((value, axis) => value === at[axis]));
    if (!cell) throw new Error(`The grid has no cell ${at}.`);
    const before = known.get(cell);
    if (before) return before;
    const varied = documentAt(document, registry, cell);
    const checked = varied.ok ? await check(varied.value) : varied;
    known.set(cell, checked);
    return checked;
  };

  const origin = axes.map(() => 0);
  const first = await cellAt(origin);
  const corners = [first];
  for (const corner of cornersOf(axes.map(({ values }) => values.length - 1))) {
    corners.push(await cellAt(corner));
  }
  const shared = problemsOf(first);
  const told = (problems: readonly Problem[]) =>
    JSON.stringify(problems.map(({ node, reason }) => [node, reason]));
  if (shared.length > 0 && corners.every(corner => told(problemsOf(corner)) === told(shared))) {
    return failure(shared);
  }

  for (const [axis, { path, values }] of axes.entries()) {
    const keys = new Set<string>();
    // From the ends inwards: the first two nearly always differ.
    for (const value of [0, values.length - 1, ...values.keys()]) {
      const checked = await cellAt(origin.with(axis, value));
      keys.add(checked.ok ? keyOfPlan(checked.value.plan) : 'refused');
      if (keys.size > 1) break;
    }
    if (values.length > 1 && keys.size === 1 && first.ok) {
      return failure([{ severity: 'error', reason: message('sweep.no-effect', { path }) }]);
    }
  }
  const notes = corners.flatMap(corner => (corner.ok ? corner.value.notes : []));
  return success({ notes: [...new Map(notes.map(note => [JSON.stringify(note), note])).values()] });
}

/** All corners of a grid with these last positions, the first among them. */
const cornersOf = (last: readonly number[]): number[][] =>
  last.reduce<number[][]>(
    (corners, end) =>
      corners.flatMap(at => [
        [...at, 0],
        [...at, end],
      ]),
    [[]],
  );

const problemsOf = (checked: Checked<CheckedGraph>): readonly Problem[] =>
  checked.ok ? checked.value.validated.warnings : checked.reason;
