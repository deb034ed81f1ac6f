/**
 * A document may name pictures by their addresses on the web. Nobody is asked for them before the person agrees:
 * whoever wrote the document would learn who opens it, and when.
 */
import type { GraphDocument, NodeId } from '../../graph/document.ts';
import type { Edit } from '../../graph/edit.ts';
import { message } from '../../language/message.ts';
import { nodeKinds } from '../../nodes/registry.ts';
import { fetchImage } from '../images/fetch-image.ts';
import { act, openDocument, useEditor } from '../state/editor.ts';
import { refuse } from '../state/notices.ts';

interface PictureElsewhere {
  readonly node: NodeId;
  readonly param: string;
  readonly url: URL;
}

/** Every parameter of `document` that holds the address of a picture. */
export const picturesElsewhere = (document: GraphDocument): readonly PictureElsewhere[] =>
  Object.entries(document.nodes).flatMap(([node, { kind, params }]) =>
    Object.entries(nodeKinds.get(kind)?.params ?? {}).flatMap(([param, { control }]) => {
      const value = control.type === 'image' ? params[param] : undefined;
      const url = typeof value === 'string' && /^https?:/i.test(value) ? addressOf(value) : undefined;
      return url ? [{ node, param, url }] : [];
    }),
  );

const addressOf = (text: string): URL | undefined => (URL.canParse(text) ? new URL(text) : undefined);

/** Fetches all of them, since the person has agreed, and puts each in the place of its address, in one step. */
export async function fetchPictures(): Promise<void> {
  const { id } = useEditor.getState();
  const edits: Edit[] = [];
  const fetched = new Map<string, string>();
  for (const { node, param, url } of picturesElsewhere(openDocument())) {
    const reference = fetched.get(url.href) ?? (await fetchedReference(url));
    if (reference === undefined) continue;
    fetched.set(url.href, reference);
    edits.push({ type: 'set-parameter', node, param, value: reference });
  }
  if (edits.length === 0 || useEditor.getState().id !== id) return;
  const done = act(edits, { label: message('sharing.fetched', { count: edits.length }) });
  if (!done.ok) refuse(done.reason);
}

async function fetchedReference(url: URL): Promise<string | undefined> {
  const fetched = await fetchImage(url.href);
  if (fetched.ok) return fetched.value;
  refuse(fetched.reason);
  return undefined;
}
