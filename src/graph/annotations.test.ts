import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { say } from '../language/message.ts';
import { longestNote, longestSide, mostFrames, mostPointsOnWire, smallestSide } from './annotations.ts';
import { applyEdits } from './apply.ts';
import type { Frame, GraphDocument, Note } from './document.ts';
import type { Edit } from './edit.ts';
import { parseDocument } from './file/parse.ts';
import { serialiseDocument } from './file/serialise.ts';
import { commit, startHistory, undo } from './history.ts';
import { colours } from './palette.ts';
import { anyDocument, anyEdit } from './testing/arbitrary.ts';
import { build } from './testing/build.ts';

const frame: Frame = {
  title: 'Style',
  colour: 'teal',
  position: { x: 10, y: 20 },
  size: { width: 400, height: 200 },
};
const note: Note = {
  text: 'Shallow layers\nkeep the *brush*.',
  position: { x: 0, y: 220 },
  size: { width: 240, height: 80 },
};
const start = build({ a: 'image', out: 'output' }, ['a.image → out.image']);

function edited(document: GraphDocument, ...edits: readonly Edit[]): GraphDocument {
  const applied = applyEdits(document, edits);
  if (!applied.ok) throw new Error(say(applied.reason));
  return applied.value;
}

function refusalOf(document: GraphDocument, edit: Edit): string {
  const applied = applyEdits(document, [edit]);
  return applied.ok ? 'applied' : say(applied.reason);
}

const framed = edited(start, { type: 'add-frame', id: 'f', frame }, { type: 'add-note', id: 'n', note });

describe('frames and notes', () => {
  test('are added, moved, resized, named, coloured', () => {
    const changed = edited(
      framed,
      { type: 'change-frame', id: 'f', changes: { position: { x: 1, y: 2 }, title: 'Paint' } },
      { type: 'change-frame', id: 'f', changes: { size: { width: 99, height: 88 }, colour: 'red' } },
      { type: 'change-note', id: 'n', changes: { text: '# New', colour: 'amber' } },
    );
    expect(changed.frames).toEqual({
      f: { title: 'Paint', colour: 'red', position: { x: 1, y: 2 }, size: { width: 99, height: 88 } },
    });
    expect(changed.notes).toEqual({ n: { ...note, text: '# New', colour: 'amber' } });
    const plain = edited(changed, { type: 'change-note', id: 'n', changes: { colour: 'none' } });
    expect(plain.notes?.n).not.toHaveProperty('colour');
  });

  test('leave no trace when the last one is removed', () => {
    expect(edited(framed, { type: 'remove-frame', id: 'f' }, { type: 'remove-note', id: 'n' })).toEqual(
      start,
    );
  });

  test('keep fields that nobody knows (D1)', () => {
    const further = { ...frame, locked: true, position: { x: 0, y: 0, z: 4 } };
    const document = edited(start, { type: 'add-frame', id: 'f', frame: further });
    const moved = edited(document, { type: 'change-frame', id: 'f', changes: { position: { x: 5, y: 6 } } });
    expect(moved.frames?.f).toMatchObject({ locked: true, position: { x: 5, y: 6, z: 4 } });
    expect(parseDocument(serialiseDocument(moved))).toMatchObject({ ok: true, value: { document: moved } });
  });

  test('are left by an edit of a node as the very same objects', () => {
    const moved = edited(framed, { type: 'move-node', id: 'a', position: { x: 3, y: 3 } });
    expect(moved.frames).toBe(framed.frames);
    expect(moved.notes).toBe(framed.notes);
  });

  test('are undone by one step', () => {
    const history = commit(startHistory(start), [{ type: 'add-frame', id: 'f', frame }], {
      label: { en: 'Frame', zh: '框' },
    });
    expect(history.ok && undo(history.value).document).toEqual(start);
  });

  test('are refused with a sentence where no file could hold them', () => {
    const wide = { ...frame, size: { width: longestSide + 1, height: 50 } };
    expect(refusalOf(start, { type: 'add-frame', id: 'f', frame: wide })).toBe(
      '`f.size.width` should be a length from 16 to 100000 pixels; it is 100001.',
    );
    const colour = 'mauve' as Frame['colour'];
    expect(refusalOf(framed, { type: 'change-frame', id: 'f', changes: { colour } })).toMatch(
      /^`f\.colour` should be one of: grey, .*; it is "mauve"\.$/,
    );
    const long = 'x'.repeat(longestNote + 1);
    expect(refusalOf(framed, { type: 'change-note', id: 'n', changes: { text: long } })).toMatch(
      /up to 20000/,
    );
    expect(refusalOf(framed, { type: 'add-note', id: 'n', note })).toBe('There is a `n` already.');
    expect(refusalOf(framed, { type: 'add-note', id: '1', note })).toMatch(/cannot be a name/);
    expect(refusalOf(framed, { type: 'remove-frame', id: 'g' })).toMatch(/no frame `g`\. Did you mean `f`/);
    expect(refusalOf(framed, { type: 'change-note', id: 'toString', changes: {} })).toMatch(/no note/);
    const nowhere = { position: { x: Number.NaN, y: 0 } };
    expect(refusalOf(framed, { type: 'change-frame', id: 'f', changes: nowhere })).toMatch(/a number/);
  });

  test('are bounded in number', () => {
    const many = Array.from(
      { length: mostFrames },
      (_, i): Edit => ({ type: 'add-frame', id: `f${i}`, frame }),
    );
    const full = edited(start, ...many);
    expect(refusalOf(full, { type: 'add-frame', id: 'more', frame })).toMatch(/at most 1,000 frames/);
  });

  test('are bounded by what their sentences say', () => {
    expect(say({ id: 'expect-side', values: {} })).toContain(`${smallestSide} to ${longestSide}`);
    expect(say({ id: 'expect-note', values: {} })).toContain(String(longestNote));
    expect(say({ id: 'expect-via', values: {} })).toContain(String(mostPointsOnWire));
    expect(say({ id: 'expect-colour', values: {} })).toContain(colours.join(', '));
  });
});

describe('the points of a wire', () => {
  test('are set, and taken away', () => {
    const via = [{ x: 1, y: 2 }];
    const led = edited(start, { type: 'set-via', edge: 'out.image', via });
    expect(led.edges['out.image']?.via).toEqual(via);
    expect(edited(led, { type: 'set-via', edge: 'out.image', via: [] })).toEqual(start);
  });

  test('are refused where there are too many, or no wire', () => {
    const via = Array.from({ length: mostPointsOnWire + 1 }, () => ({ x: 0, y: 0 }));
    expect(refusalOf(start, { type: 'set-via', edge: 'out.image', via })).toMatch(/up to 32 points/);
    expect(refusalOf(start, { type: 'set-via', edge: 'gone', via: [] })).toMatch(/no wire `gone`/);
  });
});

describe('in a file', () => {
  test('a frame, a note and a point are written a line each, and the text of a note a line on a line', () => {
    const led = edited(framed, { type: 'set-via', edge: 'out.image', via: [{ x: 1, y: 2 }] });
    expect(serialiseDocument(led)).toContain(`  "edges": [
    { "from": "a.image", "to": "out.image", "via": [{ "x": 1, "y": 2 }] }
  ],
  "frames": {
    "f": {
      "title": "Style",
      "colour": "teal",
      "position": { "x": 10, "y": 20 },
      "size": { "width": 400, "height": 200 }
    }
  },
  "notes": {
    "n": {
      "text": [
        "Shallow layers",
        "keep the *brush*."
      ],
      "position": { "x": 0, "y": 220 },
      "size": { "width": 240, "height": 80 }
    }
  }
}
`);
  });

  const refusals = (extra: object) => {
    const parsed = parseDocument(JSON.stringify({ format: 'gramarye', schema: 1, nodes: {}, ...extra }));
    return parsed.ok ? [] : parsed.reason.map(({ reason }) => say(reason));
  };

  test('they are refused where they are not what they should be', () => {
    expect(refusals({ frames: { f: { ...frame, colour: 'mauve' } } })).toEqual([
      expect.stringMatching(/^`frames\.f\.colour` in the file should be one of: grey/),
    ]);
    expect(refusals({ notes: { n: { ...note, text: [1] } } })).toEqual([
      expect.stringMatching(/^`notes\.n\.text` .* list of its lines; it is \[1\]\.$/),
    ]);
    expect(refusals({ notes: { 'my note': note } })).toEqual([expect.stringMatching(/cannot be a name/)]);
    expect(refusals({ nodes: { a: { kind: 'image', flow: 'off' } } })).toEqual([
      '`nodes.a.flow` in the file should be `muted` or `bypassed`; it is "off".',
    ]);
    const frames = Object.fromEntries(Array.from({ length: mostFrames + 1 }, (_, i) => [`f${i}`, frame]));
    expect(refusals({ frames })).toEqual(['The graph has 1,001 frames; Gramarye opens up to 1,000.']);
  });

  test('whatever edits made of a document can be opened again as it was', () => {
    const documentAndEdits = anyDocument.chain(document =>
      fc.tuple(fc.constant(document), fc.array(anyEdit(document), { maxLength: 12 })),
    );
    fc.assert(
      fc.property(documentAndEdits, ([first, edits]) => {
        let document = first;
        for (const edit of edits) {
          const applied = applyEdits(document, [edit]);
          if (applied.ok) document = applied.value;
        }
        expect(parseDocument(serialiseDocument(document))).toEqual({
          ok: true,
          value: { document, repairs: [] },
        });
      }),
    );
  });
});
