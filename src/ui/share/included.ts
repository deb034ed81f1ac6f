/** Small pictures that came with a graph, because whoever sent it asked for that: kept like any that a person brings. */
import type { GraphDocument } from '../../graph/document.ts';
import type { IncludedImages } from '../../graph/share/included-image.ts';
import { nodeKinds } from '../../nodes/registry.ts';
import { nameOfReference } from '../images/picture-reference.ts';
import { supplyImage } from '../images/supply-image.ts';
import { giveFiles } from '../painting/given-files.ts';

/**
 * Keeps the pictures, and names them in the document as they are called here: a picture of the person's own that
 * has the same name stays what it is.
 */
export async function withIncluded(
  document: GraphDocument,
  included: IncludedImages = {},
): Promise<GraphDocument> {
  const names = new Map<string, string>();
  for (const [reference, url] of Object.entries(included)) {
    const supplied = await supplyImage(blobOf(url), nameOfReference(reference));
    if (supplied.ok) names.set(reference, supplied.value);
  }
  return names.size === 0 ? document : renamed(document, names);
}

/** Gives the worker the pictures under the very names that the document has for them, and keeps nothing. */
export const giveIncluded = (included: IncludedImages = {}): void =>
  giveFiles(Object.fromEntries(Object.entries(included).map(([reference, url]) => [reference, blobOf(url)])));

function blobOf(url: string): Blob {
  const letters = atob(url.slice(url.indexOf(',') + 1));
  return new Blob([Uint8Array.from(letters, letter => letter.charCodeAt(0))], { type: 'image/jpeg' });
}

function renamed(document: GraphDocument, names: ReadonlyMap<string, string>): GraphDocument {
  const nodes = Object.entries(document.nodes).map(([id, node]) => {
    const params = Object.entries(node.params).map(([name, value]) => {
      const isImage = nodeKinds.get(node.kind)?.params[name]?.control.type === 'image';
      return [name, (isImage && typeof value === 'string' && names.get(value)) || value] as const;
    });
    return [id, { ...node, params: Object.fromEntries(params) }] as const;
  });
  return { ...document, nodes: Object.fromEntries(nodes) };
}
