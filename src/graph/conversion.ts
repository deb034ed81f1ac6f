/** The node that makes of one thing another, such as Layer taps between an image and a Gram matrix. */
import { message } from '../language/message.ts';
import type { GraphDocument, Position, Source, Target } from './document.ts';
import { indexOf } from './document-index.ts';
import { insertion, withSlot } from './insertion.ts';
import type { NodeKind, Registry } from './kind.ts';
import { pathBetween } from './order.ts';
import { own } from './own.ts';
import { accepts, type PortType } from './port-type.ts';
import type { Fix } from './problem.ts';

/**
 * The insertion between `from` and `to` of the kind that takes what `from` gives and gives what `to` takes.
 * Where several do, the one that asks for the least besides is meant; among equals, the registry's first.
 */
export function conversion(
  document: GraphDocument,
  registry: Registry,
  { type: given, ...from }: Source & { readonly type: PortType },
  { input: wanted, ...to }: Target & { readonly input: NodeKind['inputs'][string] },
): Fix | undefined {
  // What is computed from the target cannot feed it, not even through another node.
  if (pathBetween(indexOf(document), to.node, from.node)) return undefined;

  const candidates = registry.kinds.flatMap(kind => {
    const input = Object.entries(kind.inputs).find(([, port]) => accepts(port.type, given));
    const output = Object.entries(kind.outputs).find(([, port]) => accepts(wanted.type, port.type));
    if (!input || !output) return [];
    const needs = Object.values(kind.inputs).filter(port => port.arity === 'one' && port !== input[1]);
    return [{ kind, input: input[0], output: output[0], needs: needs.length }];
  });
  const [best] = candidates.sort((a, b) => a.needs - b.needs);
  if (!best) return undefined;

  return {
    label: message('fix-insert', { kind: best.kind.title }),
    edits: insertion(document, registry, {
      kind: best.kind,
      feeds: { [best.input]: from },
      output: best.output,
      to: withSlot(document, to, wanted.arity, from.node),
      position: between(document, from, to),
    }),
  };
}

function between(document: GraphDocument, from: Source, to: Target): Position {
  const a = own(document.nodes, from.node)?.position ?? { x: 0, y: 0 };
  const b = own(document.nodes, to.node)?.position ?? a;
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}
