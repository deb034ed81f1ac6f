/** What was painted becomes the node's mask: a picture of the person's own, named by the document, in one step. */
import type { NodeId } from '../../graph/document.ts';
import type { Edit } from '../../graph/edit.ts';
import { nameOfNode } from '../../graph/node-name.ts';
import { own } from '../../graph/own.ts';
import { type MessageId, message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';
import { nodeKinds } from '../../nodes/registry.ts';
import { shelf } from '../documents/the-shelf.ts';
import { supplyImage } from '../images/supply-image.ts';
import { givenFile } from '../painting/given-files.ts';
import { act, openDocument, useEditor } from '../state/editor.ts';
import type { Plane } from './brush.ts';
import { maskFile, maskOfFile } from './mask-file.ts';

/** What a person does to a mask: the names of its steps. */
export type MaskDeed = Extract<MessageId, `masks.step.${string}`>;

/** @param beforeStep Told the reference before the document names it. */
export async function keepMask(
  node: NodeId,
  plane: Plane,
  deed: MaskDeed,
  beforeStep: (reference: string) => void,
): Promise<Result<undefined>> {
  const { id } = useEditor.getState();
  const supplied = await supplyImage(await maskFile(plane), 'mask.png', { isMask: true });
  if (!supplied.ok) return supplied;
  const document = openDocument();
  const known = own(document.nodes, node);
  if (!known || useEditor.getState().id !== id) return failure(message('masks.gone'));
  const edits: Edit[] = [{ type: 'set-parameter', node, param: 'painted', value: supplied.value }];
  if (known.params.from !== 'painted') {
    edits.push({ type: 'set-parameter', node, param: 'from', value: 'painted' });
  }
  beforeStep(supplied.value);
  return act(edits, { label: message(deed, { node: nameOfNode(document, node, nodeKinds) }) });
}

/** The mask that a document names, at a given size. */
export async function keptMask(
  reference: string,
  size: { readonly width: number; readonly height: number },
): Promise<Result<Plane | undefined>> {
  const file = givenFile(reference) ?? (await shelf().picture(reference))?.blob;
  return file ? maskOfFile(file, size) : success(undefined);
}
