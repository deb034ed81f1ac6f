import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { message } from '../../language/message.ts';
import { examine } from '../examine.ts';
import { commit, startHistory, undo } from '../history.ts';
import { anyDocument } from '../testing/arbitrary.ts';
import { build, styleTransfer } from '../testing/build.ts';
import { edited, wiresOf } from '../testing/gesture.ts';
import { testFacts, testRegistry } from '../testing/kinds.ts';
import { deleteThings } from './delete.ts';
import { nodesAsThings } from './thing.ts';

const without = (document: Parameters<typeof deleteThings>[0], ...ids: string[]) =>
  edited(document, ...deleteThings(document, testRegistry, nodesAsThings(ids)));

describe('a node that is deleted', () => {
  test('leaves the wire that it stood in', () => {
    const document = build({ a: 'image', p: 'picture', out: 'output', tv: 'total-variation' }, [
      'a.image → p.start',
      'p.picture → out.image',
      'p.picture → tv.image',
    ]);
    expect(wiresOf(without(document, 'p'))).toEqual(['a.image → out.image', 'a.image → tv.image']);
  });

  test('leaves it led through the points of both halves', () => {
    const row = build({ a: 'image', p: 'picture', q: 'picture', out: 'output' }, [
      'a.image → p.start',
      'p.picture → q.start',
      'q.picture → out.image',
    ]);
    const led = edited(
      row,
      ...['p.start', 'q.start', 'out.image'].map(
        (edge, x) => ({ type: 'set-via', edge, via: [{ x, y: 0 }] }) as const,
      ),
    );
    expect(without(led, 'p', 'q').edges['out.image']?.via).toEqual([0, 1, 2].map(x => ({ x, y: 0 })));
    expect(without(led, 'q').edges['out.image']?.via).toEqual([1, 2].map(x => ({ x, y: 0 })));
  });

  test('leaves none where what fed it does not fit', () => {
    expect(wiresOf(without(styleTransfer, 'style-taps'))).not.toContain('style.image → style-gram.features');
    expect(wiresOf(without(styleTransfer, 'style-taps'))).toHaveLength(12);
  });

  test('together with its neighbours is stepped over as a whole', () => {
    const row = build({ a: 'image', p: 'picture', q: 'picture', out: 'output' }, [
      'a.image → p.start',
      'p.picture → q.start',
      'q.picture → out.image',
    ]);
    expect(wiresOf(without(row, 'p', 'q'))).toEqual(['a.image → out.image']);
    expect(wiresOf(without(row, 'p', 'q', 'out'))).toEqual([]);
  });

  test('keeps the slot of the wire that goes on', () => {
    const sums = build({ tv: 'total-variation', inner: 'weighted-sum', total: 'weighted-sum' }, [
      'tv.loss → inner.losses/x',
      'inner.loss → total.losses/style',
    ]);
    expect(wiresOf(without(sums, 'inner'))).toEqual(['tv.loss → total.losses/style']);
  });

  test('of several wires into one port lets none stand for all', () => {
    expect(wiresOf(without(styleTransfer, 'total')).filter(wire => wire.includes('adam.loss'))).toEqual([]);
  });

  test('may be one of a thousand in a row', () => {
    const ids = Array.from({ length: 1000 }, (_, i) => `p${i}`);
    const row = build({ a: 'image', out: 'output', ...Object.fromEntries(ids.map(id => [id, 'picture'])) }, [
      'a.image → p0.start',
      ...ids.slice(1).map((id, i) => `p${i}.picture → ${id}.start`),
      'p999.picture → out.image',
    ]);
    expect(wiresOf(without(row, ...ids))).toEqual(['a.image → out.image']);
  });
});

test('frames and notes are deleted with nodes, in one gesture; what is not there is passed over', () => {
  const place = { position: { x: 0, y: 0 }, size: { width: 50, height: 50 } };
  const document = edited(
    build({ a: 'image' }),
    { type: 'add-frame', id: 'f', frame: { title: '', colour: 'red', ...place } },
    { type: 'add-note', id: 'n', note: { text: '', ...place } },
  );
  const things = [
    { type: 'frame', id: 'f' },
    { type: 'note', id: 'n' },
    { type: 'node', id: 'gone' },
    { type: 'frame', id: 'toString' },
  ] as const;
  expect(edited(document, ...deleteThings(document, testRegistry, things))).toEqual(build({ a: 'image' }));
});

test('healing makes no wire that the validator would refuse, and one step back undoes it all', () => {
  const chosen = fc
    .oneof(anyDocument, fc.constant(styleTransfer))
    .chain(document => fc.tuple(fc.constant(document), fc.subarray(Object.keys(document.nodes))));
  fc.assert(
    fc.property(chosen, ([document, ids]) => {
      const edits = deleteThings(document, testRegistry, nodesAsThings(ids));
      const done = commit(startHistory(document), edits, { label: message('gesture.nothing-selected') });
      if (!done.ok) throw new Error(done.reason.id);
      const after = done.value.document;
      const faults = new Set(
        examine(after, testRegistry, testFacts).problems.flatMap(({ edge }) => edge ?? []),
      );
      // A wire that was there before may be at fault, and be told of only now that its branch is looked at.
      const made = Object.entries(after.edges).filter(
        ([id, { from }]) => !isDeepStrictEqual(document.edges[id]?.from, from),
      );
      for (const [id] of made) expect(faults).not.toContain(id);
      expect(undo(done.value).document).toEqual(document);
    }),
  );
});
