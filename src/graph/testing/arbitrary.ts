/** Documents and edits at random, for property tests. */
import fc from 'fast-check';
import type { Edge, Frame, GraphDocument, GraphNode, Note, ParameterValue, Position } from '../document.ts';
import type { Edit } from '../edit.ts';
import { edgeIdFor } from '../ends.ts';
import { isReserved } from '../name.ts';
import { colours } from '../palette.ts';
import { testRegistry } from './kinds.ts';

const number = fc
  .double({ noNaN: true, noDefaultInfinity: true })
  // JSON writes -0 as 0.
  .map(value => value + 0);

/** Names of ours and names that JavaScript's own objects have. */
const name = fc.oneof(
  fc.constantFrom('a', 'b', 'c', 'style', 'Style', 'style-2', 'valueOf', 'toString', 'hasOwnProperty'),
  fc.stringMatching(/^[a-z][a-z0-9_-]{0,12}$/).filter(text => !isReserved(text)),
);

const fieldName = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .filter(key => !isReserved(key));

const jsonValue = fc.letrec<{ value: ParameterValue }>(tie => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    number,
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('line\nbreak', '\u2028', '"quoted"', '<b>'),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fieldName, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;

const position: fc.Arbitrary<Position> = fc.record({ x: number, y: number });

const kindName = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...testRegistry.kinds.map(({ kind }) => kind)) },
  fc.string(),
);
const paramName = fc.oneof(
  fc.constantFrom('weight', 'weights', 'layers', 'source', 'seed', 'iterations', 'toString'),
  fieldName,
);
const portName = fc.constantFrom(
  ...testRegistry.kinds.flatMap(({ inputs, outputs }) => [...Object.keys(inputs), ...Object.keys(outputs)]),
  'valueOf',
);

const node: fc.Arbitrary<GraphNode> = fc.record(
  {
    kind: kindName,
    version: fc.integer({ min: 1, max: 3 }),
    params: fc.dictionary(paramName, jsonValue, { maxKeys: 3, noNullPrototype: true }),
    position,
    title: fc.string({ unit: 'grapheme' }),
    flow: fc.constantFrom('muted' as const, 'bypassed' as const),
  },
  { requiredKeys: ['kind', 'version', 'params', 'position'], noNullPrototype: true },
);

const without = (taken: readonly string[]) => fieldName.filter(key => !taken.includes(key));

const unknownFields = (taken: readonly string[]) =>
  fc.dictionary(without(taken), jsonValue, { maxKeys: 2, noNullPrototype: true });

const extendedNode = fc
  .tuple(
    node,
    unknownFields(['kind', 'version', 'params', 'position', 'title', 'flow']),
    unknownFields(['x', 'y']),
  )
  .map(([known, more, further]) => ({ ...more, ...known, position: { ...further, ...known.position } }));

const size = fc.record({
  width: fc.integer({ min: 16, max: 100_000 }),
  height: fc.integer({ min: 16, max: 100_000 }),
});

const frame: fc.Arbitrary<Frame> = fc.record({
  title: fc.string({ unit: 'grapheme', maxLength: 20 }),
  colour: fc.constantFrom(...colours),
  position,
  size,
});

const note: fc.Arbitrary<Note> = fc.record(
  {
    text: fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('# Style\n\n- *brush*\n', '\n', 'line\r\nline'),
    ),
    colour: fc.constantFrom(...colours),
    position,
    size,
  },
  { requiredKeys: ['text', 'position', 'size'], noNullPrototype: true },
);

/** Frames and notes as a document has them: mostly none. */
const annotations: fc.Arbitrary<Pick<GraphDocument, 'frames' | 'notes'>> = fc.record(
  {
    frames: fc.dictionary(name, frame, { maxKeys: 3, noNullPrototype: true }),
    notes: fc.dictionary(name, note, { maxKeys: 3, noNullPrototype: true }),
  },
  { requiredKeys: [], noNullPrototype: true },
);

const edgeBetween = (nodes: readonly string[]): fc.Arbitrary<Edge> =>
  fc
    .tuple(
      fc.constantFrom(...nodes),
      portName,
      fc.constantFrom(...nodes),
      portName,
      fc.option(name),
      unknownFields(['id', 'from', 'to', 'via']),
      fc.option(fc.array(position, { maxLength: 3 })),
    )
    .map(([giving, out, taking, into, slot, more, via]) => ({
      ...more,
      ...(via !== null && { via }),
      from: { node: giving, port: out },
      to: slot === null ? { node: taking, port: into } : { node: taking, port: into, slot },
    }));

/** Any document that a file can hold: mostly nonsense as a graph, with fields that nobody knows. */
export const anyDocument: fc.Arbitrary<GraphDocument> = fc
  .dictionary(name, extendedNode, { minKeys: 1, maxKeys: 8, noNullPrototype: true })
  .chain(nodes =>
    fc
      .tuple(
        fc.string({ unit: 'grapheme' }),
        fc.array(fc.tuple(fc.option(name), edgeBetween(Object.keys(nodes))), { maxLength: 12 }),
        unknownFields(['format', 'schema', 'title', 'nodes', 'edges', 'frames', 'notes']),
        annotations,
      )
      .map(([title, edges, more, around]) => {
        let document: GraphDocument = { ...more, ...around, title, nodes, edges: {} };
        for (const [id, edge] of edges) {
          const key = edgeIdFor(document, edge.to);
          const taken = Object.values(document.edges).some(({ to }) => sameTarget(to, edge.to));
          if (taken) continue;
          const free = id !== null && !Object.hasOwn(document.edges, id);
          document = { ...document, edges: { ...document.edges, [free ? id : key]: edge } };
        }
        return document;
      }),
  );

const sameTarget = (a: Edge['to'], b: Edge['to']): boolean =>
  a.node === b.node && a.port === b.port && a.slot === b.slot;

/** An edit to `document`; some do not fit it. */
export const anyEdit = (document: GraphDocument): fc.Arbitrary<Edit> => {
  const nodes = [...Object.keys(document.nodes), 'nowhere'];
  const id = fc.constantFrom(...nodes);
  return fc.oneof(
    fc.record({ type: fc.constant('add-node' as const), id: name, node: extendedNode }),
    fc.record({ type: fc.constant('remove-node' as const), id }),
    fc.record({ type: fc.constant('move-node' as const), id, position }),
    fc.record({ type: fc.constant('rename-node' as const), id, title: fc.string() }),
    fc.record({ type: fc.constant('set-parameter' as const), node: id, param: paramName, value: jsonValue }),
    fc.record({ type: fc.constant('add-edge' as const), id: name, edge: edgeBetween(nodes) }),
    fc.record({
      type: fc.constant('remove-edge' as const),
      id: fc.constantFrom(...Object.keys(document.edges), 'nowhere'),
    }),
    fc.record({ type: fc.constant('rename-document' as const), title: fc.string() }),
    fc.record({
      type: fc.constant('set-flow' as const),
      node: id,
      flow: fc.constantFrom('muted' as const, 'bypassed' as const, 'normal' as const),
    }),
    fc.record({
      type: fc.constant('set-via' as const),
      edge: fc.constantFrom(...Object.keys(document.edges), 'nowhere'),
      via: fc.array(position, { maxLength: 3 }),
    }),
    anyAnnotationEdit(document),
  );
};

const anyAnnotationEdit = (document: GraphDocument): fc.Arbitrary<Edit> => {
  const frames = fc.constantFrom(...Object.keys(document.frames ?? {}), 'nowhere');
  const notes = fc.constantFrom(...Object.keys(document.notes ?? {}), 'nowhere');
  return fc.oneof(
    fc.record({ type: fc.constant('add-frame' as const), id: name, frame }),
    fc.record({ type: fc.constant('remove-frame' as const), id: frames }),
    fc.record({ type: fc.constant('change-frame' as const), id: frames, changes: frame }),
    fc.record({ type: fc.constant('add-note' as const), id: name, note }),
    fc.record({ type: fc.constant('remove-note' as const), id: notes }),
    fc.record({ type: fc.constant('change-note' as const), id: notes, changes: note }),
  );
};
