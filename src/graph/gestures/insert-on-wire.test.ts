import { describe, expect, test } from 'vitest';
import { say } from '../../language/message.ts';
import type { GraphDocument } from '../document.ts';
import { build, styleTransfer } from '../testing/build.ts';
import { edited, wiresOf } from '../testing/gesture.ts';
import { testRegistry } from '../testing/kinds.ts';
import { type Inserted, insertOnWire } from './insert-on-wire.ts';

const position = { x: 4, y: 5 };
const fresh = (name: string): Inserted => {
  const kind = testRegistry.get(name);
  if (!kind) throw new Error(name);
  return { kind, position };
};

function inserted(document: GraphDocument, wire: string, what: Inserted): string[] {
  const made = insertOnWire(document, testRegistry, wire, what);
  if (!made.ok) throw new Error(say(made.reason));
  return wiresOf(edited(document, ...made.value.edits));
}

const refusal = (document: GraphDocument, wire: string, what: Inserted) => {
  const made = insertOnWire(document, testRegistry, wire, what);
  return made.ok ? 'inserted' : say(made.reason);
};

describe('a node dropped on a wire', () => {
  const document = build({ a: 'image', out: 'output', vgg: 'encoder' }, ['a.image → out.image']);

  test('stands in it, where it was dropped', () => {
    const made = insertOnWire(document, testRegistry, 'out.image', fresh('picture'));
    if (!made.ok) throw new Error();
    const after = edited(document, ...made.value.edits);
    expect(after.nodes[made.value.id]).toMatchObject({ kind: 'picture', position });
    expect(wiresOf(after)).toEqual(['a.image → picture.start', 'picture.picture → out.image']);
  });

  test('keeps the slot of the wire', () => {
    const wires = inserted(styleTransfer, 'total.losses/style', fresh('weighted-sum'));
    expect(wires).toContain('loss.loss → weighted-sum.losses/loss');
    expect(wires).toContain('weighted-sum.loss → total.losses/style');
    expect(wires).toHaveLength(Object.keys(styleTransfer.edges).length + 1);
  });

  test('may be one that is there, with its input free', () => {
    const two = build({ a: 'image', out: 'output', p: 'picture' }, ['a.image → out.image']);
    expect(inserted(two, 'out.image', { node: 'p' })).toEqual(['a.image → p.start', 'p.picture → out.image']);
  });

  test('leaves the points of the wire on the side on which they lie', () => {
    const via = [1, 2, 3].map(x => ({ x, y: 0 }));
    const led = edited(build({ a: 'image', out: 'output', p: 'picture' }, ['a.image → out.image']), {
      type: 'set-via',
      edge: 'out.image',
      via,
    });
    const halves = (pointsBefore: number) => {
      const made = insertOnWire(led, testRegistry, 'out.image', { node: 'p', pointsBefore });
      if (!made.ok) throw new Error(say(made.reason));
      const { edges } = edited(led, ...made.value.edits);
      return [edges['p.start']?.via, edges['out.image']?.via];
    };
    expect(halves(1)).toEqual([via.slice(0, 1), via.slice(1)]);
    expect(halves(0)).toEqual([undefined, via]);
    expect(halves(3)).toEqual([via, undefined]);
  });

  test('is refused where it does not fit, where it is wired, and where it would close a circle', () => {
    expect(refusal(document, 'out.image', fresh('gram-matrix'))).toBe(
      'Gram matrix does not fit into the wire `a.image → out.image`: it takes or gives something else.',
    );
    const wired = build({ a: 'image', b: 'image', out: 'output', p: 'picture' }, [
      'a.image → out.image',
      'b.image → p.start',
    ]);
    expect(refusal(wired, 'out.image', { node: 'p' })).toMatch(/wired already/);
    const row = build({ p: 'picture', q: 'picture', out: 'output' }, [
      'p.picture → q.start',
      'q.picture → out.image',
    ]);
    expect(refusal(row, 'out.image', { node: 'p' })).toMatch(/in a circle/);
    expect(refusal(row, 'out.image', { node: 'out' })).toMatch(/in a circle/);
    expect(refusal(row, 'gone', { node: 'p' })).toMatch(/no wire `gone`/);
    expect(refusal(row, 'out.image', { node: 'gone' })).toMatch(/nothing that could be put/);
  });
});
