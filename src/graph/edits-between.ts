/**
 * The edits that lead from one document to another, so that an earlier state can be had back as one step of
 * history. What is the same in both is not touched and keeps its identity.
 */
import type { Edge, GraphDocument, GraphNode } from './document.ts';
import type { Edit } from './edit.ts';
import { own } from './own.ts';

/** `applyEdits(from, editsBetween(from, to))` is `to`, fields of the document itself that no edit sets aside. */
export function editsBetween(from: GraphDocument, to: GraphDocument): readonly Edit[] {
  const made = new Set<string>();
  const nodes = [
    ...Object.keys(from.nodes).flatMap((id): Edit[] =>
      own(to.nodes, id) ? [] : [{ type: 'remove-node', id }],
    ),
    ...Object.entries(to.nodes).flatMap(([id, node]) => {
      const before = own(from.nodes, id);
      if (before && same(before, node)) return [];
      if (before && isChangeable(before, node)) return changes(id, before, node);
      made.add(id);
      return [
        ...(before ? [{ type: 'remove-node', id } as const] : []),
        { type: 'add-node', id, node } as const,
      ];
    }),
  ];
  const isMadeAnew = ({ from: source, to: target }: Edge) => made.has(source.node) || made.has(target.node);
  const stays = (id: string, edge: Edge) => same(own(from.edges, id), edge) && !isMadeAnew(edge);
  const edges = [
    // A wire of a node that is removed goes with it.
    ...Object.entries(from.edges).flatMap(([id, edge]): Edit[] => {
      const isGone = !own(to.nodes, edge.from.node) || !own(to.nodes, edge.to.node) || isMadeAnew(edge);
      const after = own(to.edges, id);
      return isGone || (after && stays(id, after)) ? [] : [{ type: 'remove-edge', id }];
    }),
    ...Object.entries(to.edges).flatMap(([id, edge]): Edit[] =>
      stays(id, edge) ? [] : [{ type: 'add-edge', id, edge }],
    ),
  ];
  const annotations = [
    ...exchanged(
      from.frames,
      to.frames,
      id => ({ type: 'remove-frame', id }),
      (id, frame) => ({ type: 'add-frame', id, frame }),
    ),
    ...exchanged(
      from.notes,
      to.notes,
      id => ({ type: 'remove-note', id }),
      (id, note) => ({ type: 'add-note', id, note }),
    ),
  ];
  const title: Edit[] = from.title === to.title ? [] : [{ type: 'rename-document', title: to.title }];
  return [...nodes, ...edges, ...annotations, ...title];
}

/** Whether edits of its parts lead from one node to the other: parameters can be set, but not taken away. */
function isChangeable(before: GraphNode, after: GraphNode): boolean {
  const { params, position, title: _title, flow: _flow, ...rest } = before;
  const { params: newParams, position: newPosition, title: _newTitle, flow: _newFlow, ...newRest } = after;
  return (
    same(rest, newRest) &&
    // No title and an empty one are two things in a file, and one for an edit.
    after.title !== '' &&
    Object.keys(params).every(name => Object.hasOwn(newParams, name)) &&
    (same(position, newPosition) || Object.keys({ ...position, ...newPosition }).length === 2)
  );
}

function changes(id: string, before: GraphNode, after: GraphNode): readonly Edit[] {
  const edits: Edit[] = [];
  if (!same(before.position, after.position)) edits.push({ type: 'move-node', id, position: after.position });
  if (before.title !== after.title) edits.push({ type: 'rename-node', id, title: after.title ?? '' });
  if (before.flow !== after.flow) edits.push({ type: 'set-flow', node: id, flow: after.flow ?? 'normal' });
  for (const [param, value] of Object.entries(after.params)) {
    if (!same(own(before.params, param), value))
      edits.push({ type: 'set-parameter', node: id, param, value });
  }
  return edits;
}

function exchanged<T>(
  from: Readonly<Record<string, T>> = {},
  to: Readonly<Record<string, T>> = {},
  remove: (id: string) => Edit,
  add: (id: string, thing: T) => Edit,
): readonly Edit[] {
  return [
    ...Object.entries(from).flatMap(([id, thing]) => (same(thing, own(to, id)) ? [] : [remove(id)])),
    ...Object.entries(to).flatMap(([id, thing]) => (same(own(from, id), thing) ? [] : [add(id, thing)])),
  ];
}

/** Whether two pieces of plain data say the same, whatever the order of their names. */
function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every(name => Object.hasOwn(b, name) && same(Reflect.get(a, name), Reflect.get(b, name)))
  );
}
