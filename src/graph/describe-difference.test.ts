import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { say } from '../language/message.ts';
import { applyEdits } from './apply.ts';
import { describeDifference } from './describe-difference.ts';
import type { GraphDocument, ParameterValue } from './document.ts';
import type { Edit } from './edit.ts';
import { deleteThings } from './gestures/delete.ts';
import { nodesAsThings } from './gestures/thing.ts';
import { anyDocument, anyEdit } from './testing/arbitrary.ts';
import { build, styleTransfer } from './testing/build.ts';
import { edited } from './testing/gesture.ts';
import { testRegistry } from './testing/kinds.ts';

const said = (before: GraphDocument, after: GraphDocument, language: 'en' | 'zh' = 'en') =>
  describeDifference(before, after, testRegistry).map(difference => say(difference, language));

const set = (node: string, param: string, value: ParameterValue): Edit => ({
  type: 'set-parameter',
  node,
  param,
  value,
});

describe('the difference of two documents', () => {
  test('names the parameters with both values, the default where none was set', () => {
    const [ten, hundred] = [10, 100].map(weight => edited(styleTransfer, set('loss', 'weight', weight)));
    if (!ten || !hundred) throw new Error();
    expect(said(ten, hundred)).toEqual(['Style loss, Title: 10 → 100']);
    expect(said(styleTransfer, ten)).toEqual(['Style loss, Title: 1 → 10']);
    expect(said(styleTransfer, edited(styleTransfer, set('loss', 'weight', 1)))).toEqual([]);
  });

  test('says values in the words of their controls', () => {
    const after = edited(
      styleTransfer,
      set('vgg', 'pooling', 'average'),
      set('adam', 'clamp', false),
      set('style-taps', 'layers', ['relu2_1', 'relu3_1', 'relu4_1']),
      set('loss', 'weights', { relu1_1: 0.5, relu2_1: 1 }),
    );
    expect(said(styleTransfer, after)).toEqual([
      'Encoder, Title: max → average',
      '`style-taps`, Title: relu1_1 → relu3_1, relu4_1',
      'Style loss, Title of relu1_1: 1 → 0.5',
      'Optimiser, Title: yes → no',
    ]);
    expect(said(styleTransfer, after, 'zh').at(-1)).toBe('Optimiser的Title：是 → 否');
  });

  test('calls a node by its title where it has one, by its kind where there is one of it, or else by its id', () => {
    const titled = edited(
      styleTransfer,
      { type: 'rename-node', id: 'style', title: 'Starry Night' },
      set('style', 'source', 'sample:sky'),
    );
    expect(said(styleTransfer, titled)).toEqual(['Starry Night, Title: sample:lake → sample:sky']);
    const start = edited(styleTransfer, set('start', 'source', `file:/home/${'x/'.repeat(40)}cat.jpg`));
    expect(said(styleTransfer, start)).toEqual([expect.stringMatching(/^`start`, .* → ….*cat\.jpg$/)]);
  });

  test('names wires that came, went, or have another source, but not those of a node that came or went', () => {
    const before = build({ a: 'image', b: 'image', out: 'output', p: 'picture' }, ['a.image → out.image']);
    const from = { node: 'b', port: 'image' };
    const rewired = edited(
      before,
      { type: 'add-edge', id: 'out.image', edge: { from, to: { node: 'out', port: 'image' } } },
      { type: 'add-edge', id: 'p.start', edge: { from, to: { node: 'p', port: 'start' } } },
    );
    expect(said(before, rewired)).toEqual([
      '`out.image` fed by `b.image` instead of `a.image`',
      'Wired `b.image` → `p.start`',
    ]);
    expect(said(rewired, before)).toContain('Unwired `b.image` → `p.start`');
    const gone = edited(rewired, ...deleteThings(rewired, testRegistry, nodesAsThings(['p'])));
    expect(said(rewired, gone)).toEqual(['Picture removed']);
    expect(said(gone, rewired)).toEqual(['Picture added']);
  });

  test('says what was switched off and on', () => {
    const muted = edited(styleTransfer, { type: 'set-flow', node: 'smooth', flow: 'muted' });
    expect(said(styleTransfer, muted)).toEqual(['Total variation muted']);
    expect(said(muted, styleTransfer)).toEqual(['Total variation switched on']);
  });

  test('is none for what only people see: places, frames, notes, points', () => {
    const place = { position: { x: 1, y: 1 }, size: { width: 50, height: 50 } };
    const after = edited(
      styleTransfer,
      { type: 'move-node', id: 'loss', position: { x: 9, y: 9 } },
      { type: 'add-note', id: 'n', note: { text: '', ...place } },
      { type: 'set-via', edge: 'out.image', via: [{ x: 1, y: 1 }] },
      { type: 'rename-document', title: 'Other' },
    );
    expect(said(styleTransfer, after)).toEqual([]);
  });

  test('can be said of any two documents, and is none of a document with itself', () => {
    const both = anyDocument.chain(document =>
      fc.tuple(fc.constant(document), fc.array(anyEdit(document), { maxLength: 5 })),
    );
    fc.assert(
      fc.property(both, ([before, edits]) => {
        const applied = edits.reduce((document, edit) => {
          const next = applyEdits(document, [edit]);
          return next.ok ? next.value : document;
        }, before);
        for (const sentence of said(before, applied, 'zh')) expect(sentence).not.toBe('');
        expect(said(applied, applied)).toEqual([]);
      }),
    );
  });
});
