/** What of a person's own a document names: pictures, and the archives of feed-forward networks. */
import type { GraphDocument } from '../../graph/document.ts';
import { own } from '../../graph/own.ts';
import type { Control } from '../../graph/parameter.ts';
import { nodeKinds } from '../../nodes/registry.ts';

/** The pictures: `file:NAME`, each once. */
export const ownPictures = (document: GraphDocument): readonly string[] => ownFiles(document, ['image']);

/** All that the worker has to be given: `file:NAME`, each once. */
export function ownFiles(
  document: GraphDocument,
  controls: readonly Control['type'][] = ['image', 'network'],
): readonly string[] {
  const named = Object.values(document.nodes).flatMap(({ kind, params }) =>
    Object.entries(nodeKinds.get(kind)?.params ?? {}).flatMap(([name, { control }]) => {
      const value = controls.includes(control.type) ? own(params, name) : undefined;
      return typeof value === 'string' && value.startsWith('file:') ? [value] : [];
    }),
  );
  return [...new Set(named)];
}
