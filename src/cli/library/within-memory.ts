import { compile } from '../../runtime/compile/compile.ts';
import { fitsInto, forecast } from '../../runtime/compile/forecast.ts';
import type { CheckedGraph } from './check-graph.ts';

/** `graph`, computed in bands where it is predicted to take more than `memory` bytes otherwise. */
export function withinMemory<Graph extends CheckedGraph>(graph: Graph, memory: number, ahead = 0): Graph {
  if (fitsInto(memory, forecast(graph.plan, ahead))) return { ...graph, memory };
  const { validated, registry, facts } = graph;
  const compiled = compile(validated, registry, facts, { memory, ahead });
  return compiled.ok ? { ...graph, plan: compiled.value, memory } : graph;
}
