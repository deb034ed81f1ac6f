/**
 * Paths in a graph are written from its own folder. A picture lies in another one, and who gets it has none
 * of the folders above: so in a recipe they are written from the picture's folder on.
 */
import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { GraphDocument, GraphNode, ParameterValue } from '../../graph/document.ts';
import type { Registry } from '../../graph/kind.ts';
import { own } from '../../graph/own.ts';

/** `document` with every `file:` and `folder:` reference that stood in the folder `from` as it is in `to`. */
export function movedReferences(
  document: GraphDocument,
  registry: Registry,
  from: string,
  to: string,
): GraphDocument {
  const nodes = Object.entries(document.nodes).map(([id, node]): [string, GraphNode] => {
    const params = registry.get(node.kind)?.params ?? {};
    const moved = Object.entries(node.params).map(([name, value]): [string, ParameterValue] => {
      const control = own(params, name)?.control.type;
      const refers =
        typeof value === 'string' && (control === 'image' || control === 'encoder' || control === 'network');
      return [name, refers ? movedReference(value, from, to) : value];
    });
    return [id, { ...node, params: Object.fromEntries(moved) }];
  });
  return { ...document, nodes: Object.fromEntries(nodes) };
}

/** The same file or folder, named from `to`; what is no path stays as it is. */
export function movedReference(reference: string, from: string, to: string): string {
  const [, scheme, path = ''] = /^(file|folder):(.+)$/s.exec(reference) ?? [];
  if (scheme === undefined) return reference;
  const way = relative(resolve(to), resolve(from, path));
  // On another drive there is no way from here to there.
  return `${scheme}:${isAbsolute(way) ? way : way.split(sep).join('/')}`;
}
