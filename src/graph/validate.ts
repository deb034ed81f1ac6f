/** The one validator (rule D3): a document is valid as a whole, or every one of its problems comes back. */
import { failure, success } from '../language/result.ts';
import type { GraphDocument, NodeId, ParameterValue } from './document.ts';
import { examine } from './examine.ts';
import type { Facts, Registry } from './kind.ts';
import type { Checked, Problem } from './problem.ts';
import type { Wire } from './wire.ts';

export interface Validated {
  /** Without the nodes that are switched off or wait for one that is; see `flow.ts`. */
  readonly document: GraphDocument;
  /** All its nodes, every one after all that feed it. */
  readonly order: readonly NodeId[];
  /** What leaves each output, by `wireKey({ node, port })`. */
  readonly wires: Readonly<Record<string, Wire>>;
  /** All parameters that each node's kind has, at the node's value or the default. */
  readonly params: Readonly<Record<NodeId, Readonly<Record<string, ParameterValue>>>>;
  readonly warnings: readonly Problem[];
}

/** `document` with all that the compiler needs to know of it, or all that is wrong with it. */
export function validate(document: GraphDocument, registry: Registry, facts: Facts): Checked<Validated> {
  const { problems, document: part, order, wires, params } = examine(document, registry, facts);
  return problems.some(problem => problem.severity === 'error')
    ? failure(problems)
    : success({ document: part, order, wires, params, warnings: problems });
}
