import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { message } from '../language/message.ts';
import type { GraphDocument } from './document.ts';
import type { Edit } from './edit.ts';
import { commit, type History, redo, seal, startHistory, undo } from './history.ts';
import { anyDocument, anyEdit } from './testing/arbitrary.ts';
import { build, styleTransfer } from './testing/build.ts';

const label = message('fix-set', { path: 'loss.weight', value: '2' });

function did(history: History, edit: Edit, merge?: string): History {
  const committed = commit(history, [edit], { label, ...(merge !== undefined && { merge }) });
  if (!committed.ok) throw new Error(committed.reason.id);
  return committed.value;
}

const setWeight = (value: number): Edit => ({ type: 'set-parameter', node: 'loss', param: 'weight', value });
const moveTo = (x: number): Edit => ({ type: 'move-node', id: 'loss', position: { x, y: x } });

describe('D4 one gesture is one step', () => {
  test('for a slider dragged through a hundred values, of which the first and the last are kept', () => {
    let history = startHistory(styleTransfer);
    for (let i = 1; i <= 100; i++) history = did(history, setWeight(i), 'drag 1');
    expect(history.past).toHaveLength(1);
    expect(history.past[0]?.forward).toHaveLength(1);
    expect(undo(history).document).toEqual(styleTransfer);
    expect(redo(undo(history)).document.nodes.loss?.params).toEqual({ weight: 100 });
  });

  test('for a node dragged across the canvas', () => {
    let history = startHistory(styleTransfer);
    for (let i = 1; i <= 100; i++) history = did(history, moveTo(i), 'drag 1');
    expect(history.past).toHaveLength(1);
    expect(history.past[0]?.forward.length).toBeLessThanOrEqual(2);
    expect(undo(history).document).toEqual(styleTransfer);
  });

  test('for several nodes dragged this way and that, with two values a node', () => {
    const ids = Object.keys(styleTransfer.nodes);
    let history = startHistory(styleTransfer);
    for (let i = 1; i <= 50; i++) {
      const moves = ids.map((id): Edit => ({ type: 'move-node', id, position: { x: i, y: i % 7 } }));
      const committed = commit(history, moves, { label, merge: 'drag' });
      if (committed.ok) history = committed.value;
    }
    expect(history.past).toHaveLength(1);
    expect(history.past[0]?.forward).toHaveLength(2 * ids.length);
    expect(history.past[0]?.backward).toHaveLength(2 * ids.length);
    expect(undo(history).document).toEqual(styleTransfer);
    expect(redo(undo(history)).document).toEqual(history.document);
  });

  test('for a gesture of different edits', () => {
    const node = { kind: 'image', version: 1, params: {}, position: { x: 0, y: 0 } };
    let history = did(startHistory(styleTransfer), { type: 'add-node', id: 'new', node }, 'drop');
    history = did(history, { type: 'move-node', id: 'new', position: { x: 1, y: 1 } }, 'drop');
    history = did(history, { type: 'remove-node', id: 'new' }, 'drop');
    history = did(history, setWeight(3), 'drop');
    expect(history.past).toHaveLength(1);
    expect(undo(history).document).toEqual(styleTransfer);
    expect(redo(undo(history)).document).toEqual(history.document);
  });

  test('and the next gesture is the next step, even at the same slider', () => {
    const first = seal(did(startHistory(styleTransfer), setWeight(2), 'loss.weight'));
    const second = did(first, setWeight(3), 'loss.weight');
    expect(second.past).toHaveLength(2);
    expect(undo(second).document).toEqual(first.document);
  });

  test('and a step taken back is not added to', () => {
    const history = redo(undo(did(startHistory(styleTransfer), setWeight(2), 'drag')));
    expect(did(history, setWeight(3), 'drag').past).toHaveLength(2);
  });

  test('and what changes nothing is no step', () => {
    const history = startHistory(styleTransfer);
    expect(did(history, { type: 'rename-document', title: styleTransfer.title })).toBe(history);
  });
});

describe('a history', () => {
  test('keeps no more steps than its limit', () => {
    let history = startHistory(styleTransfer, 3);
    for (let i = 1; i <= 10; i++) history = did(history, setWeight(i));
    expect(history.past).toHaveLength(3);
    for (let i = 0; i < 10; i++) history = undo(history);
    expect(history.document.nodes.loss?.params).toEqual({ weight: 7 });
  });

  test('forgets what was undone once something else is done', () => {
    const history = did(undo(did(startHistory(styleTransfer), setWeight(2))), setWeight(5));
    expect(redo(history)).toBe(history);
    expect(history.document.nodes.loss?.params).toEqual({ weight: 5 });
  });

  test('at its ends stays as it is', () => {
    const history = startHistory(build({}));
    expect(undo(history)).toBe(history);
    expect(redo(history)).toBe(history);
  });

  test('is unchanged by edits that are refused', () => {
    const refused = commit(startHistory(build({})), [{ type: 'remove-node', id: 'a' }], { label });
    expect(refused).toMatchObject({ ok: false, reason: { id: 'unknown-node' } });
  });

  test('undone to its start is the start, and redone to its end is the end, whatever was done', () => {
    const run = anyDocument.chain(document =>
      fc.tuple(
        fc.constant(document),
        fc.array(fc.tuple(anyEdit(document), fc.constantFrom(undefined, 'a', 'b')), { maxLength: 15 }),
      ),
    );
    fc.assert(
      fc.property(run, ([start, gestures]: [GraphDocument, [Edit, string | undefined][]]) => {
        let history = startHistory(start);
        for (const [edit, merge] of gestures) {
          const committed = commit(history, [edit], { label, ...(merge !== undefined && { merge }) });
          if (committed.ok) history = committed.value;
        }
        const end = history.document;
        const steps = history.past.length;
        for (let i = 0; i < steps; i++) history = undo(history);
        expect(history.document).toEqual(start);
        for (let i = 0; i < steps; i++) history = redo(history);
        expect(history.document).toEqual(end);
      }),
    );
  });
});
