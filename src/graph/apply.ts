/**
 * Edits applied to a document: all of them, or none and the reason. What no edit touches keeps its
 * identity, so whoever draws or computes it can see at a glance that it is the same.
 *
 * Edits come from gestures, fixes and peers; whether the graph makes sense afterwards is for the validator
 * to say. Refused here is only what would leave no document: missing nodes, names and values that no file
 * could hold.
 */
import { castDraft, type Draft, enablePatches, type Patch, produceWithPatches } from 'immer';
import { type Message, message } from '../language/message.ts';
import { failure, type Result, success } from '../language/result.ts';
import { refuseVia } from './annotations.ts';
import { applyToAnnotations, isAnnotationEdit } from './apply-to-annotations.ts';
import type { GraphDocument } from './document.ts';
import type { Edit } from './edit.ts';
import { hasNamedEnds, isEdgeId, targetKey, wireKey } from './ends.ts';
import { isName } from './name.ts';
import { own } from './own.ts';
import { showValue } from './parameter-value.ts';
import { unknownNode } from './refusals.ts';
import { unstorablePart } from './storable.ts';
import { type WiresInProgress, wiresInProgress } from './wires-in-progress.ts';

enablePatches();

export interface Applied {
  readonly document: GraphDocument;
  readonly forward: readonly Patch[];
  readonly backward: readonly Patch[];
}

/**
 * `document` after `edits`. A removed node takes its wires along; a wire into an input that is wired
 * takes the place of the one before.
 */
export function applyEdits(document: GraphDocument, edits: readonly Edit[]): Result<GraphDocument> {
  const applied = applyWithPatches(document, edits);
  return applied.ok ? success(applied.value.document) : applied;
}

/** Like {@link applyEdits}, with the patches that lead there and back. */
export function applyWithPatches(document: GraphDocument, edits: readonly Edit[]): Result<Applied> {
  const wires = wiresInProgress(document);
  let refusal: Message | undefined;
  const [after, forward, backward] = produceWithPatches(document, draft => {
    for (const edit of edits) {
      refusal = apply({ document: draft, wires }, edit);
      if (refusal) return;
    }
  });
  return refusal ? failure(refusal) : success({ document: after, forward, backward });
}

interface InProgress {
  readonly document: Draft<GraphDocument>;
  readonly wires: WiresInProgress;
}

/** Changes the draft by one edit, or says why it cannot be. */
function apply(state: InProgress, edit: Edit): Message | undefined {
  if (isAnnotationEdit(edit)) return applyToAnnotations(state.document, edit);
  switch (edit.type) {
    case 'add-node':
      return addNode(state, edit);
    case 'remove-node':
      return removeNode(state, edit);
    case 'move-node':
    case 'rename-node':
    case 'set-parameter':
    case 'set-flow':
      return changeNode(state, edit);
    case 'add-edge':
      return addEdge(state, edit);
    case 'remove-edge':
      return removeEdge(state, edit);
    case 'set-via':
      return setVia(state, edit);
    case 'rename-document':
      state.document.title = edit.title;
      return unstorable('title', edit.title);
  }
}

type EditOf<T extends Edit['type']> = Extract<Edit, { type: T }>;

function addNode({ document }: InProgress, { id, node }: EditOf<'add-node'>): Message | undefined {
  if (!isName(id)) return message('bad-name', { name: id });
  if (Object.hasOwn(document.nodes, id)) return message('node-exists', { node: id });
  document.nodes[id] = castDraft(node);
  return unstorable(id, node);
}

function removeNode({ document, wires }: InProgress, { id }: EditOf<'remove-node'>): Message | undefined {
  if (!Object.hasOwn(document.nodes, id)) return unknownNode(document, id);
  for (const edge of wires.at(id)) {
    wires.remove(edge);
    delete document.edges[edge];
  }
  delete document.nodes[id];
  return undefined;
}

function changeNode(
  { document }: InProgress,
  edit: EditOf<'move-node' | 'rename-node' | 'set-parameter' | 'set-flow'>,
): Message | undefined {
  const id = 'node' in edit ? edit.node : edit.id;
  const node = own(document.nodes, id);
  if (!node) return unknownNode(document, id);
  switch (edit.type) {
    case 'move-node':
      node.position.x = edit.position.x;
      node.position.y = edit.position.y;
      return unstorable(id, [edit.position.x, edit.position.y]);
    case 'rename-node':
      if (edit.title === '') delete node.title;
      else node.title = edit.title;
      return unstorable(id, edit.title);
    case 'set-flow':
      if (edit.flow === 'normal') delete node.flow;
      else node.flow = edit.flow;
      return undefined;
    case 'set-parameter': {
      const entry = Object.fromEntries([[edit.param, edit.value]]);
      Object.assign(node.params, castDraft(entry));
      return unstorable(`${id}.${edit.param}`, entry);
    }
  }
}

function addEdge({ document, wires }: InProgress, { id, edge }: EditOf<'add-edge'>): Message | undefined {
  const { from, to } = edge;
  if (!isEdgeId(id)) return message('bad-name', { name: id });
  if (!hasNamedEnds(from, to)) return message('bad-name', { name: `${wireKey(from)} → ${targetKey(to)}` });
  for (const { node } of [from, to]) {
    if (!Object.hasOwn(document.nodes, node)) return unknownNode(document, node);
  }
  const replaced = wires.into(targetKey(to));
  if (replaced !== undefined) {
    wires.remove(replaced);
    delete document.edges[replaced];
  }
  if (Object.hasOwn(document.edges, id)) return message('edge-exists', { edge: id });
  document.edges[id] = castDraft(edge);
  wires.add(id, edge);
  return unstorable(id, edge) ?? (edge.via && refuseVia(`${id}.via`, edge.via));
}

function removeEdge({ document, wires }: InProgress, { id }: EditOf<'remove-edge'>): Message | undefined {
  if (!Object.hasOwn(document.edges, id)) return message('unknown-edge', { edge: id });
  wires.remove(id);
  delete document.edges[id];
  return undefined;
}

function setVia({ document }: InProgress, { edge: id, via }: EditOf<'set-via'>): Message | undefined {
  const edge = own(document.edges, id);
  if (!edge) return message('unknown-edge', { edge: id });
  if (via.length === 0) delete edge.via;
  else edge.via = castDraft(via);
  return refuseVia(`${id}.via`, via);
}

function unstorable(where: string, value: unknown): Message | undefined {
  const unfit = unstorablePart(value);
  return unfit && message('not-storable', { where, value: showValue(unfit.part) });
}
