/** From the text of a graph file to a plan, or to every problem that stands in the way. */
import type { GraphDocument } from '../../graph/document.ts';
import { parseDocument } from '../../graph/file/parse.ts';
import type { Registry } from '../../graph/kind.ts';
import type { Checked } from '../../graph/problem.ts';
import { type Validated, validate } from '../../graph/validate.ts';
import type { Message } from '../../language/message.ts';
import { failure, success } from '../../language/result.ts';
import { nodeKinds } from '../../nodes/registry.ts';
import { compile } from '../../runtime/compile/compile.ts';
import type { LowerableKind } from '../../runtime/compile/lowerable.ts';
import type { Plan } from '../../runtime/compile/plan.ts';
import { type Adjustments, adjust } from './adjust.ts';
import { type Gathered, gather } from './gather.ts';
import type { Sources } from './sources.ts';

export interface GraphOptions {
  readonly sources: Sources;
  /** What to change before it runs. */
  readonly adjustments?: Adjustments;
  /** The node kinds that a graph may use; all of Gramarye's where none are given. */
  readonly registry?: Registry<LowerableKind>;
  /** Bytes that painting may take: what would take more is computed in bands, as far as that helps. */
  readonly memory?: number;
}

/** A graph that nothing is wrong with, compiled, and all that it takes to run it. */
export interface CheckedGraph extends Omit<Gathered, 'notes'> {
  /** As it was opened and adjusted; nodes that are switched off are in it, too. */
  readonly document: GraphDocument;
  readonly validated: Validated;
  readonly plan: Plan;
  readonly registry: Registry<LowerableKind>;
  /** What its plan was to do with, in bytes. */
  readonly memory?: number;
  /** What was repaired when the file was opened, and what was done to pictures on their way in. */
  readonly notes: readonly Message[];
}

/**
 * Opens, adjusts, validates and compiles a graph; runs nothing.
 *
 * @param graph The text of a `*.gramarye.json`, or a document.
 * @returns the compiled graph, or all of its problems, each with its node, its reason and, where there is
 * one, a fix.
 */
export async function checkGraph(
  graph: string | GraphDocument,
  { sources, adjustments = {}, registry = nodeKinds, memory }: GraphOptions,
): Promise<Checked<CheckedGraph>> {
  const opened = typeof graph === 'string' ? parseDocument(graph) : success({ document: graph, repairs: [] });
  if (!opened.ok) return opened;
  const adjusted = adjust(opened.value.document, registry, adjustments);
  if (!adjusted.ok) return adjusted;
  const { facts, resources, notes } = await gather(adjusted.value, registry, sources);
  const validated = validate(adjusted.value, registry, facts);
  if (!validated.ok) return validated;
  const compiled = compile(validated.value, registry, facts, { memory });
  if (!compiled.ok) return failure([...compiled.reason, ...validated.value.warnings]);
  return success({
    document: adjusted.value,
    validated: validated.value,
    plan: compiled.value,
    facts,
    resources,
    registry,
    ...(memory !== undefined && { memory }),
    notes: [...opened.value.repairs, ...notes],
  });
}
