/** Nodes switched off while it paints, and what people write around the graph, which costs nothing. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applyEdits } from '../../graph/apply.ts';
import type { GraphDocument } from '../../graph/document.ts';
import type { Edit } from '../../graph/edit.ts';
import { say } from '../../language/message.ts';
import type { Backend } from '../../runtime/execute/backend.ts';
import { keyOf } from '../../runtime/ir/key.ts';
import { openForTest } from '../../runtime/testing/backends.ts';
import { gatys } from '../testing/graphs.ts';
import { openStudio } from '../testing/studio.ts';
import { planOf } from '../testing/trial.ts';

function edited(document: GraphDocument, ...edits: readonly Edit[]): GraphDocument {
  const applied = applyEdits(document, edits);
  if (!applied.ok) throw new Error(say(applied.reason));
  return applied.value;
}

const termsOf = (document: GraphDocument) =>
  planOf(document).stages.flatMap(({ terms }) => terms.map(({ name }) => name.split('/')[0]));

describe('a node that is switched off', () => {
  test('muted, its terms are gone and nobody else’s', () => {
    expect(new Set(termsOf(gatys()))).toEqual(new Set(['content', 'style', 'variation']));
    const muted = edited(gatys(), { type: 'set-flow', node: 'styleTaps', flow: 'muted' });
    expect(new Set(termsOf(muted))).toEqual(new Set(['content', 'variation']));
  });

  test('R1 bypassed, it is the same as if it were not there', () => {
    const resized = edited(
      gatys(),
      {
        type: 'add-node',
        id: 'resize',
        node: {
          kind: 'resize',
          version: 1,
          params: { size: 16 },
          position: { x: 0, y: 0 },
          flow: 'bypassed',
        },
      },
      {
        type: 'add-edge',
        id: 'resize.image',
        edge: { from: { node: 'content', port: 'image' }, to: { node: 'resize', port: 'image' } },
      },
      {
        type: 'add-edge',
        id: 'picture.start',
        edge: { from: { node: 'resize', port: 'image' }, to: { node: 'picture', port: 'start' } },
      },
    );
    const keys = (document: GraphDocument) => planOf(document).outputs.map(({ value }) => keyOf(value));
    expect(keys(resized)).toEqual(keys(gatys()));
    const on = edited(resized, { type: 'set-flow', node: 'resize', flow: 'normal' });
    expect(() => keys(on)).toThrow(/size/);
  });
});

test('R1 an optimiser that is bypassed gives the picture as it starts, and nothing is painted', () => {
  const bypassed = planOf(edited(gatys(), { type: 'set-flow', node: 'optimiser', flow: 'bypassed' }));
  expect(bypassed.stages).toEqual([]);
  const shown = edited(gatys(), {
    type: 'add-edge',
    id: 'output.image',
    edge: { from: { node: 'content', port: 'image' }, to: { node: 'output', port: 'image' } },
  });
  const keys = (plan: typeof bypassed) => plan.outputs.map(({ value }) => keyOf(value));
  expect(keys(bypassed)).toEqual(keys(planOf(shown)));
});

describe('a session', () => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await openForTest('wasm');
  });
  afterAll(() => backend.dispose());

  test('frames, notes, points of wires and moves recompile nothing', async () => {
    const { session, edited: take } = openStudio(backend);
    const start = gatys({ optimiser: { iterations: 1 } });
    await take(start);
    const { compiled, computed } = session.counts;
    const size = { width: 100, height: 100 };
    const position = { x: 5, y: 5 };
    const gestures: Edit[] = [
      { type: 'add-frame', id: 'f', frame: { title: 'Style', colour: 'red', position, size } },
      { type: 'change-frame', id: 'f', changes: { position: { x: 9, y: 9 }, title: 'Brush' } },
      { type: 'add-note', id: 'n', note: { text: 'why', position, size } },
      { type: 'change-note', id: 'n', changes: { text: 'because' } },
      { type: 'set-via', edge: 'output.image', via: [position] },
      { type: 'set-via', edge: 'output.image', via: [{ x: 6, y: 6 }] },
      { type: 'move-node', id: 'styleLoss', position },
      { type: 'remove-frame', id: 'f' },
      { type: 'remove-note', id: 'n' },
    ];
    let document = start;
    for (const gesture of gestures) {
      document = edited(document, gesture);
      expect(await take(document)).toEqual([expect.objectContaining({ type: 'applied', effect: 'none' })]);
    }
    expect(session.counts).toEqual({ compiled, computed });
    await session.dispose();
  });

  test('R11 what is muted, and what waits for it, is stale with the reason, and it paints on', async () => {
    const { session, edited: take } = openStudio(backend);
    const start = gatys({ optimiser: { iterations: 2 } });
    await take(start);
    const told = await take(edited(start, { type: 'set-flow', node: 'styleGram', flow: 'muted' }));
    const applied = told.find(({ type }) => type === 'applied');
    expect(applied).toMatchObject({ effect: 'compiled', problems: [] });
    const reports = told.findLast(event => event.type === 'nodes')?.reports ?? {};
    const stale = Object.entries(reports).filter(([, { state }]) => state === 'stale');
    expect(Object.fromEntries(stale.map(([id, { why }]) => [id, why && say(why)]))).toEqual({
      styleGram: 'It is muted: it gives nothing.',
      styleLoss: 'It waits for `styleGram`, which is muted.',
    });
    expect(told.some(({ type }) => type === 'output')).toBe(true);

    const { computed } = session.counts;
    const back = await take(start);
    expect(back.find(({ type }) => type === 'applied')).toMatchObject({ effect: 'compiled' });
    expect(session.counts.computed).toBe(computed);
    await session.dispose();
  });
});
