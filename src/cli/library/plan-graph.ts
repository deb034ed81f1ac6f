/** What a graph will cost, before it runs. */
import type { GraphDocument } from '../../graph/document.ts';
import type { Checked } from '../../graph/problem.ts';
import { success } from '../../language/result.ts';
import { type Forecast, forecast } from '../../runtime/compile/forecast.ts';
import { type CheckedGraph, checkGraph, type GraphOptions } from './check-graph.ts';

export interface PlannedGraph extends CheckedGraph {
  /** Operations, shapes and bytes of every part, and the peak that memory will reach. */
  readonly forecast: Forecast;
}

/**
 * Like {@link checkGraph}, with the forecast of what running it takes. {@link describePlan} makes plain,
 * printable data of the outcome.
 *
 * @example
 * const planned = await planGraph(await readFile('gatys.gramarye.json', 'utf8'), { sources: fileSources('.') });
 * if (planned.ok) console.log(planned.value.forecast.peakBytes);
 */
export async function planGraph(
  graph: string | GraphDocument,
  options: GraphOptions,
): Promise<Checked<PlannedGraph>> {
  const checked = await checkGraph(graph, options);
  return checked.ok ? success({ ...checked.value, forecast: forecast(checked.value.plan) }) : checked;
}
