import { describe, expect, test } from 'vitest';
import { say } from '../../language/message.ts';
import type { GraphDocument } from '../document.ts';
import { build, styleTransfer } from '../testing/build.ts';
import { edited, wiresOf } from '../testing/gesture.ts';
import { testRegistry } from '../testing/kinds.ts';
import { connect, reconnect, type Wired } from './connect.ts';

const wiresAfter = (document: GraphDocument, wired: Wired): string[] => {
  if (!wired.allowed) throw new Error(say(wired.reason));
  return wiresOf(edited(document, ...wired.edits));
};

describe('a wire', () => {
  const losses = build({ tv: 'total-variation', total: 'weighted-sum' });

  test('into a port that takes many gets a free slot, named after its source', () => {
    const from = { node: 'tv', port: 'loss' };
    const once = connect(losses, testRegistry, from, { node: 'total', port: 'losses' });
    expect(wiresAfter(losses, once)).toEqual(['tv.loss → total.losses/tv']);
  });

  test('is refused with the reason and the fix', () => {
    const document = build({ a: 'image', g: 'gram-matrix' });
    const from = { node: 'a', port: 'image' };
    expect(connect(document, testRegistry, from, { node: 'g', port: 'features' })).toMatchObject({
      allowed: false,
      reason: { id: 'type-mismatch' },
      fix: { label: { id: 'fix-insert' } },
    });
  });
});

describe('the end of a wire', () => {
  const document = build({ a: 'image', b: 'image', out: 'output', p: 'picture' }, ['a.image → out.image']);

  test('is put elsewhere, at either side', () => {
    const from = reconnect(document, testRegistry, 'out.image', { from: { node: 'b', port: 'image' } });
    expect(wiresAfter(document, from)).toEqual(['b.image → out.image']);
    const to = reconnect(document, testRegistry, 'out.image', { to: { node: 'p', port: 'start' } });
    expect(wiresAfter(document, to)).toEqual(['a.image → p.start']);
  });

  test('put back where it was does nothing', () => {
    const back = reconnect(document, testRegistry, 'out.image', { to: { node: 'out', port: 'image' } });
    expect(back).toEqual({ allowed: true, edits: [] });
    const slot = reconnect(styleTransfer, testRegistry, 'total.losses/style', {
      to: { node: 'total', port: 'losses' },
    });
    expect(slot).toEqual({ allowed: true, edits: [] });
  });

  test('keeps its slot, and so its weight, and its points', () => {
    const led = edited(styleTransfer, { type: 'set-via', edge: 'total.losses/style', via: [{ x: 1, y: 1 }] });
    const moved = reconnect(led, testRegistry, 'total.losses/style', {
      from: { node: 'smooth', port: 'loss' },
    });
    if (!moved.allowed) throw new Error();
    expect(edited(led, ...moved.edits).edges['total.losses/style']).toEqual({
      from: { node: 'smooth', port: 'loss' },
      to: { node: 'total', port: 'losses', slot: 'style' },
      via: [{ x: 1, y: 1 }],
    });
  });

  test('is refused where the wire could not be made', () => {
    const circle = reconnect(styleTransfer, testRegistry, 'picture.start', {
      from: { node: 'adam', port: 'result' },
    });
    expect(circle).toMatchObject({ allowed: false, reason: { id: 'circle' } });
    expect(reconnect(document, testRegistry, 'gone', { to: { node: 'p', port: 'start' } })).toMatchObject({
      allowed: false,
      reason: { id: 'unknown-edge' },
    });
  });
});
