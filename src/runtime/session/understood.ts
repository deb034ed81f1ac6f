/**
 * A document as far as it can be run. While a person is wiring, some part of it is always unfinished: the
 * optimisers whose part is whole go on painting, and the others' nodes say what is wrong with them.
 */
import type { GraphDocument } from '../../graph/document.ts';
import type { Examination } from '../../graph/examine.ts';
import type { Facts, Registry } from '../../graph/kind.ts';
import type { Validated } from '../../graph/validate.ts';
import type { Message } from '../../language/message.ts';
import type { Resources } from '../execute/resources.ts';
import { canonical } from '../ir/canonical.ts';
import type { Attribute } from '../ir/value.ts';

/** A document with all that it names from the outside. */
export interface Understood {
  readonly document: GraphDocument;
  readonly examination: Examination;
  readonly facts: Facts;
  readonly resources: Resources;
  /** What was done to a picture on its way in that a person should know. */
  readonly notes?: readonly Message[];
}

/** The nodes that can be computed, and the wires between them. */
export function wholePart({ examination }: Understood): Validated {
  const { document, order, wires, params, problems } = examination;
  const computable = new Set(order);
  const nodes = Object.fromEntries(Object.entries(document.nodes).filter(([id]) => computable.has(id)));
  const edges = Object.fromEntries(
    Object.entries(document.edges).filter(
      ([, { from, to }]) => computable.has(from.node) && computable.has(to.node),
    ),
  );
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  return { document: { ...document, nodes, edges }, order, wires, params, warnings };
}

/**
 * Equal for documents that compile to the same plan: all but positions, titles and live parameters; what the
 * outside is known to be (a picture's pixels, an encoder's weights) included.
 */
export function structureOf({ document, params }: Validated, registry: Registry, facts: Facts): string {
  const nodes = Object.fromEntries(
    Object.entries(document.nodes).map(([id, { kind }]) => {
      const known = registry.get(kind)?.params ?? {};
      const held: Record<string, Attribute> = {};
      for (const [name, parameter] of Object.entries(known)) {
        const value = params[id]?.[name];
        if (parameter.live || value === undefined) continue;
        const { type } = parameter.control;
        if (type === 'image' || type === 'encoder' || type === 'network') {
          const found = facts[type](String(value));
          held[name] = found.ok ? found.value.hash : String(value);
        } else {
          held[name] = value as Attribute;
        }
      }
      return [id, { kind, held }];
    }),
  );
  const edges = Object.values(document.edges)
    .map(({ from, to }) => canonical({ from: { ...from }, to: { ...to } } as unknown as Attribute))
    .sort();
  return canonical({ nodes, edges });
}

/** The live parameters of a document, in the form in which two of them compare. */
export const liveOf = ({ document, params }: Validated, registry: Registry): string =>
  canonical(
    Object.fromEntries(
      Object.entries(document.nodes).map(([id, { kind }]) => [
        id,
        Object.fromEntries(
          Object.entries(registry.get(kind)?.params ?? {}).flatMap(([name, { live }]) => {
            const value = params[id]?.[name];
            return live && value !== undefined ? [[name, value as Attribute]] : [];
          }),
        ),
      ]),
    ),
  );
