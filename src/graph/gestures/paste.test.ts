import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { message, say } from '../../language/message.ts';
import { applyEdits } from '../apply.ts';
import { emptyDocument, type GraphDocument } from '../document.ts';
import { examine } from '../examine.ts';
import { parseDocument } from '../file/parse.ts';
import { commit, startHistory, undo } from '../history.ts';
import { anyDocument } from '../testing/arbitrary.ts';
import { build, styleTransfer } from '../testing/build.ts';
import { edited, wiresOf } from '../testing/gesture.ts';
import { testFacts, testRegistry } from '../testing/kinds.ts';
import { copyFragment, duplicateThings, type Pasted, pasteFragment } from './paste.ts';
import { nodesAsThings, type Thing } from './thing.ts';

const origin = { x: 0, y: 0 };

function made(pasted: ReturnType<typeof pasteFragment>): Pasted {
  if (!pasted.ok) throw new Error(say(pasted.reason));
  return pasted.value;
}

const branch = nodesAsThings(['style', 'style-taps', 'style-gram']);

describe('what is copied and pasted', () => {
  test('gets new names and keeps the wires among itself', () => {
    const text = copyFragment(styleTransfer, branch);
    const { edits, things } = made(pasteFragment(styleTransfer, testRegistry, text, origin));
    expect(things.map(({ id }) => id)).toEqual(['style-2', 'style-gram-2', 'style-taps-2']);
    const added = wiresOf(edited(styleTransfer, ...edits)).filter(wire => wire.includes('-2.'));
    expect(added).toEqual([
      'style-2.image → style-taps-2.image',
      'style-taps-2.features → style-gram-2.features',
    ]);
  });

  test('keeps what entered it from outside on request', () => {
    const text = copyFragment(styleTransfer, branch);
    const kept = made(pasteFragment(styleTransfer, testRegistry, text, origin, { keepOuterLinks: true }));
    expect(wiresOf(edited(styleTransfer, ...kept.edits))).toContain('vgg.encoder → style-taps-2.encoder');
  });

  test('keeps what left it where there is room, by a slot of its own and with the same weight', () => {
    const weighed = edited(styleTransfer, {
      type: 'set-parameter',
      node: 'total',
      param: 'weights',
      value: { style: 7, smooth: 2 },
    });
    const keepOuterLinks = true;
    const { edits, links } = made(
      duplicateThings(weighed, testRegistry, nodesAsThings(['loss']), { keepOuterLinks }),
    );
    const after = edited(weighed, ...edits);
    expect(wiresOf(after).filter(wire => wire.includes('loss-2'))).toEqual([
      'loss-2.loss → total.losses/style-2',
      'picture-gram.gram → loss-2.statistics',
      'style-gram.gram → loss-2.target',
    ]);
    expect(after.nodes.total?.params.weights).toEqual({ style: 7, smooth: 2, 'style-2': 7 });
    expect(links).toEqual({ made: 3, missed: [] });
  });

  test('says which wires could not be made, and why', () => {
    const text = copyFragment(styleTransfer, nodesAsThings(['total']));
    const choices = { keepOuterLinks: true };
    const beside = made(pasteFragment(styleTransfer, testRegistry, text, origin, choices)).links;
    // Both losses enter the copy; the optimiser has its loss.
    expect(beside.made).toBe(2);
    expect(beside.missed.map(reason => say(reason))).toEqual(['`adam.loss` takes one wire and has one.']);

    const elsewhere = made(pasteFragment(emptyDocument, testRegistry, text, origin, choices)).links;
    expect(elsewhere.made).toBe(0);
    expect(elsewhere.missed.map(({ id }) => id)).toEqual(Array(3).fill('paste.outer-gone'));

    // In a graph that is wired the other way round.
    const row = build({ a: 'picture', b: 'picture', c: 'picture' }, [
      'a.picture → b.start',
      'b.picture → c.start',
    ]);
    const other = build({ c: 'picture', a: 'picture' }, ['c.picture → a.start']);
    const middle = copyFragment(row, nodesAsThings(['b']));
    const turned = made(pasteFragment(other, testRegistry, middle, origin, choices));
    expect(turned.links.missed.map(({ id }) => id)).toEqual(['paste.circle']);
    expect(wiresOf(edited(other, ...turned.edits))).toEqual(['a.picture → b.start', 'c.picture → a.start']);
  });

  test('in another document keeps its names, and only links to what is there and fits', () => {
    const text = copyFragment(styleTransfer, branch);
    const other = build({ vgg: 'image' });
    const { edits, things } = made(
      pasteFragment(other, testRegistry, text, origin, { keepOuterLinks: true }),
    );
    expect(things).toContainEqual({ type: 'node', id: 'style-gram' });
    expect(wiresOf(edited(other, ...edits))).toEqual([
      'style-taps.features → style-gram.features',
      'style.image → style-taps.image',
    ]);
  });

  test('stands with its corner where it is wanted; parameters, frames, notes and points come along', () => {
    const size = { width: 300, height: 200 };
    const document = edited(
      build({ a: { kind: 'image', source: 'sample:lake' }, out: 'output' }, ['a.image → out.image']),
      { type: 'move-node', id: 'a', position: { x: 100, y: 100 } },
      { type: 'move-node', id: 'out', position: { x: 400, y: 150 } },
      { type: 'set-via', edge: 'out.image', via: [{ x: 300, y: 90 }] },
      { type: 'add-frame', id: 'f', frame: { title: 'F', colour: 'red', position: { x: 80, y: 60 }, size } },
      { type: 'add-note', id: 'n', note: { text: 'N', position: { x: 90, y: 300 }, size } },
    );
    const things: Thing[] = [
      ...nodesAsThings(['a', 'out']),
      { type: 'frame', id: 'f' },
      { type: 'note', id: 'n' },
    ];
    const text = copyFragment(document, things);
    const after = edited(
      emptyDocument,
      ...made(pasteFragment(emptyDocument, testRegistry, text, { x: 1080, y: 1060 })).edits,
    );
    expect(after.nodes.a).toEqual({ ...document.nodes.a, position: { x: 1100, y: 1100 } });
    expect(after.edges['out.image']?.via).toEqual([{ x: 1300, y: 1090 }]);
    expect(after.frames?.f?.position).toEqual({ x: 1080, y: 1060 });
    expect(after.notes?.n?.position).toEqual({ x: 1090, y: 1300 });
    const again = made(duplicateThings(after, testRegistry, things));
    expect(again.things.map(({ id }) => id)).toEqual(['a-2', 'out-2', 'f-2', 'n-2']);
  });

  test('is a graph file, and any graph file can be pasted', () => {
    const text = copyFragment(styleTransfer, branch);
    expect(parseDocument(text).ok).toBe(true);
    expect(made(pasteFragment(emptyDocument, testRegistry, text, origin)).repairs).toEqual([]);
  });

  test('counts on from the number that a name has', () => {
    const document = build({ taps: 'layer-taps', 'taps-2': 'layer-taps' });
    const { things } = made(duplicateThings(document, testRegistry, nodesAsThings(['taps-2'])));
    expect(things).toEqual([{ type: 'node', id: 'taps-3' }]);
  });

  test('may be nothing, which is refused', () => {
    const nothing = duplicateThings(styleTransfer, testRegistry, nodesAsThings(['gone']));
    expect(nothing).toMatchObject({ ok: false, reason: { id: 'gesture.nothing-selected' } });
    const text = copyFragment(styleTransfer, []);
    expect(pasteFragment(styleTransfer, testRegistry, text, origin)).toMatchObject({
      ok: false,
      reason: { id: 'paste.empty' },
    });
  });
});

describe('D5 a text from the clipboard', () => {
  const refusal = (text: string) => {
    const pasted = pasteFragment(styleTransfer, testRegistry, text, origin);
    return pasted.ok ? 'pasted' : pasted.reason.id;
  };

  test('is refused where it is none of ours', () => {
    expect(refusal('')).toBe('file-empty');
    expect(refusal('https://example.org')).toBe('file-not-json');
    expect(refusal('{"prompt": {}}')).toBe('file-not-gramarye');
    expect(refusal('{"format": "gramarye", "schema": 99, "nodes": {}}')).toBe('file-schema-newer');
    const head = '"format": "gramarye", "schema": 1, "nodes": {"a": {"kind": "image"}}';
    expect(refusal(`{${head}, "outer": [{"from": "a", "to": 1}]}`)).toBe('paste.outer-refused');
    expect(refusal(`{${head}, "outer": [{"from": "a", "to": "b.c"}]}`)).toBe('paste.outer-refused');
    expect(refusal(`{${head}, "outer": []}`)).toBe('pasted');
    // A wire that has nothing to do with what is copied is not made.
    const foreign = `{${head}, "outer": [{"from": "style.image", "to": "out.image"}]}`;
    const { edits } = made(
      pasteFragment(styleTransfer, testRegistry, foreign, origin, { keepOuterLinks: true }),
    );
    expect(edits.map(({ type }) => type)).toEqual(['add-node']);
  });

  test('is bounded', () => {
    const nodes = Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`n${i}`, { kind: 'image' }]));
    expect(refusal(JSON.stringify({ format: 'gramarye', schema: 1, nodes }))).toBe('file-too-many-nodes');
    expect(refusal(' '.repeat(4_000_001))).toBe('file-too-large');
  });

  test('that would lead out of the canvas is refused', () => {
    const nodes = {
      a: { kind: 'image', position: { x: -1e308, y: 0 } },
      b: { kind: 'image', position: { x: 1e308, y: 0 } },
    };
    const text = JSON.stringify({ format: 'gramarye', schema: 1, nodes });
    expect(pasteFragment(styleTransfer, testRegistry, text, { x: 1e308, y: 0 }).ok).toBe(false);
  });

  test('whatever it is, is refused with a sentence or pasted by edits that fit, which one step undoes', () => {
    const text = copyFragment(styleTransfer, branch);
    const mutation = fc.tuple(fc.nat(text.length), fc.nat(60), fc.oneof(fc.string(), fc.json()));
    const mutated = fc
      .array(mutation, { maxLength: 3 })
      .map(list => list.reduce((t, [at, cut, put]) => t.slice(0, at) + put + t.slice(at + cut), text));
    fc.assert(
      fc.property(fc.oneof(mutated, fc.string(), fc.json()), fc.boolean(), (pasted, keepOuterLinks) => {
        const result = pasteFragment(styleTransfer, testRegistry, pasted, origin, { keepOuterLinks });
        if (!result.ok) {
          expect(say(result.reason)).not.toBe('');
          expect(say(result.reason, 'zh')).not.toBe('');
          return;
        }
        const done = commit(startHistory(styleTransfer), result.value.edits, {
          label: message('gesture.nothing-selected'),
        });
        expect(done.ok && undo(done.value).document).toEqual(styleTransfer);
      }),
      { numRuns: 300 },
    );
  });
});

test('whatever is copied from any document can be pasted into any other, and disturbs nothing there', () => {
  const thingsOf = ({ nodes, frames, notes }: GraphDocument): Thing[] => [
    ...nodesAsThings(Object.keys(nodes)),
    ...Object.keys(frames ?? {}).map((id): Thing => ({ type: 'frame', id })),
    ...Object.keys(notes ?? {}).map((id): Thing => ({ type: 'note', id })),
  ];
  const copied = anyDocument.chain(document =>
    fc.tuple(fc.constant(document), fc.subarray(thingsOf(document), { minLength: 1 })),
  );
  const calm = (document: GraphDocument): GraphDocument =>
    JSON.parse(
      JSON.stringify(document, (key, value) =>
        ['x', 'y'].includes(key) && typeof value === 'number' ? Math.max(-1e6, Math.min(1e6, value)) : value,
      ),
    );
  fc.assert(
    fc.property(copied, fc.oneof(anyDocument, fc.constant(styleTransfer)), ([from, things], into) => {
      const text = copyFragment(calm(from), things);
      const pasted = pasteFragment(into, testRegistry, text, { x: 7, y: 7 }, { keepOuterLinks: true });
      const { edits, things: added } = made(pasted);
      expect(added).toHaveLength(things.length);
      const after = applyEdits(into, edits);
      if (!after.ok) throw new Error(say(after.reason));
      expect(after.value.nodes).toMatchObject(into.nodes);
      expect(after.value.edges).toMatchObject(into.edges);
      const troubled = (document: GraphDocument) =>
        new Set(examine(document, testRegistry, testFacts).problems.flatMap(({ edge }) => edge ?? []));
      const old = new Set(Object.keys(into.edges));
      const before = troubled(into);
      for (const edge of troubled(after.value)) if (old.has(edge)) expect(before).toContain(edge);
    }),
  );
});
