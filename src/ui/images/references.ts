/** The pictures of a person's own that a document names. */
import type { GraphDocument } from '../../graph/document.ts';
import { own } from '../../graph/own.ts';
import { nodeKinds } from '../../nodes/registry.ts';

/** `file:NAME`, each once. */
export function ownPictures(document: GraphDocument): readonly string[] {
  const named = Object.values(document.nodes).flatMap(({ kind, params }) =>
    Object.entries(nodeKinds.get(kind)?.params ?? {}).flatMap(([name, { control }]) => {
      const value = control.type === 'image' ? own(params, name) : undefined;
      return typeof value === 'string' && value.startsWith('file:') ? [value] : [];
    }),
  );
  return [...new Set(named)];
}
