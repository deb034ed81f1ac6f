/**
 * Any series of edits leads where painting the last graph from nothing leads, bit for bit, and holds the
 * tensors that the cache and the runs say they hold (rules R4, R5, R9).
 */
import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Edge, GraphDocument } from '../../graph/document.ts';
import { validate } from '../../graph/validate.ts';
import { compile } from '../../runtime/compile/compile.ts';
import { openForTest } from '../../runtime/testing/backends.ts';
import { nodeKinds } from '../registry.ts';
import { anyGraph, settingOf } from '../testing/any-graph.ts';
import { gatys, pyramid, together } from '../testing/graphs.ts';
import { openStudio } from '../testing/studio.ts';
import { paintAll, trialFacts } from '../testing/trial.ts';

/** One edit, chosen by numbers, so that it means something for any document that it meets. */
type Gesture = (before: readonly GraphDocument[]) => GraphDocument;

const latest = (documents: readonly GraphDocument[]): GraphDocument => {
  const document = documents.at(-1);
  if (!document) throw new Error('There is no document yet.');
  return document;
};

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];

const setParameter: fc.Arbitrary<Gesture> = fc
  .record({ node: fc.nat(), param: fc.nat(), seed: fc.nat() })
  .map(({ node, param, seed }) => documents => {
    const document = latest(documents);
    const [id, found] = pick(Object.entries(document.nodes), node) ?? [];
    const known = Object.entries(nodeKinds.get(found?.kind ?? '')?.params ?? {});
    const [name, parameter] = pick(known, param) ?? [];
    if (!id || !found || !name || !parameter || name === 'afterEdit') return document;
    const [value] = fc.sample(settingOf(parameter), { numRuns: 1, seed });
    if (value === undefined) return document;
    const params = { ...found.params, [name]: value };
    return { ...document, nodes: { ...document.nodes, [id]: { ...found, params } } };
  });

const removeWire: fc.Arbitrary<Gesture> = fc.nat().map(at => documents => {
  const document = latest(documents);
  const edges = Object.entries(document.edges);
  const [gone] = pick(edges, at) ?? [];
  return {
    ...document,
    edges: Object.fromEntries(edges.filter(([id]) => id !== gone)) as Record<string, Edge>,
  };
});

const moveNode: fc.Arbitrary<Gesture> = fc.nat().map(at => documents => {
  const document = latest(documents);
  const [id, node] = pick(Object.entries(document.nodes), at) ?? [];
  if (!id || !node) return document;
  return { ...document, nodes: { ...document.nodes, [id]: { ...node, position: { x: at, y: 3 } } } };
});

const goBack: fc.Arbitrary<Gesture> = fc.nat({ max: 4 }).map(steps => documents => {
  return documents.at(-1 - steps) ?? latest(documents);
});

const gestures = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: setParameter },
    { weight: 1, arbitrary: removeWire },
    { weight: 1, arbitrary: moveNode },
    { weight: 3, arbitrary: goBack },
  ),
  { minLength: 1, maxLength: 7 },
);

/** Every optimiser begins again after an edit, as painting from nothing does. */
function beginningAgain(document: GraphDocument): GraphDocument {
  const nodes = Object.entries(document.nodes).map(([id, node]) => [
    id,
    node.kind === 'optimiser' ? { ...node, params: { ...node.params, afterEdit: 'restart' } } : node,
  ]);
  return { ...document, nodes: Object.fromEntries(nodes) };
}

const start = fc.oneof(
  anyGraph,
  fc.constant(gatys({ optimiser: { iterations: 2 } })),
  fc.constant(pyramid()),
  fc.constant(together(gatys({ optimiser: { iterations: 2 } }), pyramid())),
);

test('R4 R5 R9 after any edits the pictures are those of painting from nothing, and nothing leaks', async () => {
  const backend = await openForTest('wasm');
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(
      start,
      gestures,
      fc.constantFrom(0, 20_000, 2 ** 26),
      async (first, edits, cacheBudget) => {
        const tensorsBefore = tf.memory().numTensors;
        const studio = openStudio(backend, { cacheBudget });
        const documents = [beginningAgain(first)];
        try {
          for (const edit of [undefined, ...edits]) {
            if (edit) documents.push(edit(documents));
            const document = latest(documents);
            const told = await studio.edited(document);
            if (isWhole(document)) {
              compared += await compare(
                document,
                studio.events,
                told.some(({ type }) => type === 'failed'),
              );
            }
            const runs = [...studio.session.runs.values()].reduce((sum, { held }) => sum + held.tensors, 0);
            expect(tf.memory().numTensors - tensorsBefore).toBe(studio.session.cache.tensors + runs);
          }
        } finally {
          await studio.session.dispose();
        }
        expect(tf.memory().numTensors).toBe(tensorsBefore);
      },
    ),
    { numRuns: 60 },
  );
  backend.dispose();
  expect(compared).toBeGreaterThan(60);
}, 240_000);

function isWhole(document: GraphDocument): boolean {
  const checked = validate(document, nodeKinds, trialFacts);
  return checked.ok && compile(checked.value, nodeKinds, trialFacts).ok;
}

/** How many outputs were compared: none where painting fails, which the session must then have told too. */
async function compare(
  document: GraphDocument,
  events: ReturnType<typeof openStudio>['events'],
  sessionFailed: boolean,
): Promise<number> {
  const plain = await paintAll(document);
  if (plain.some(({ type }) => type === 'failed')) {
    expect(sessionFailed || events.some(({ type }) => type === 'failed')).toBe(true);
    return 0;
  }
  let compared = 0;
  for (const event of plain) {
    if (event.type !== 'output') continue;
    const shown = events.findLast(other => other.type === 'output' && other.node === event.node);
    expect(shown?.type === 'output' && shown.picture.data).toEqual(event.picture.data);
    compared += 1;
  }
  return compared;
}
