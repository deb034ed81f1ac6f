import { describe, expect, test } from 'vitest';
import { say } from '../language/message.ts';
import { applyEdits } from './apply.ts';
import { checkConnection } from './connection.ts';
import type { GraphDocument } from './document.ts';
import { parseSource, parseTarget } from './ends.ts';
import { build, styleTransfer } from './testing/build.ts';
import { testRegistry } from './testing/kinds.ts';

function check(document: GraphDocument, left: string, right: string) {
  const [from, to] = [parseSource(left), parseTarget(right)];
  if (!from || !to) throw new Error(`not a wire: ${left} → ${right}`);
  return checkConnection(document, testRegistry, from, to);
}

function refusalOf(document: GraphDocument, from: string, to: string): string {
  const connection = check(document, from, to);
  return connection.allowed ? 'allowed' : say(connection.reason);
}

/** The document after the fix that the refusal offers. */
function afterFix(document: GraphDocument, from: string, to: string): GraphDocument {
  const connection = check(document, from, to);
  const edits = connection.allowed ? undefined : connection.fix?.edits;
  const after = applyEdits(document, edits ?? []);
  if (!edits || !after.ok) throw new Error('there is no fix that can be applied');
  return after.value;
}

describe('a wire is allowed', () => {
  test('between an output and an input of the same type', () => {
    expect(check(build({ a: 'image', out: 'output' }), 'a.image', 'out.image')).toEqual({ allowed: true });
  });

  test('from the picture being painted and from a result into an image port', () => {
    const document = build({ p: 'picture', adam: 'optimiser', out: 'output' });
    expect(check(document, 'p.picture', 'out.image').allowed).toBe(true);
    expect(check(document, 'adam.result', 'out.image').allowed).toBe(true);
  });

  test('into an input that is wired already, and says which wire it replaces', () => {
    const document = build({ a: 'image', b: 'image', out: 'output' }, ['a.image → out.image']);
    expect(check(document, 'b.image', 'out.image')).toEqual({ allowed: true, replaces: 'out.image' });
    expect(check(styleTransfer, 'smooth.loss', 'total.losses/style')).toEqual({
      allowed: true,
      replaces: 'total.losses/style',
    });
  });
});

describe('a wire is refused', () => {
  test('where a node or a port does not exist, with a suggestion', () => {
    const document = build({ style: 'image', out: 'output' });
    expect(refusalOf(document, 'stlye.image', 'out.image')).toBe(
      'There is no node `stlye`. Did you mean `style`?',
    );
    expect(refusalOf(document, 'style.imago', 'out.image')).toBe(
      '`style` (Image) has no output `imago`. Did you mean `image`?',
    );
    expect(refusalOf(document, 'style.image', 'out.x')).toBe(
      '`out` (Output) has no input `x`. It has `image`.',
    );
  });

  test('where names are those that every JavaScript object has', () => {
    const document = build({ a: 'image', out: 'output' });
    expect(refusalOf(document, 'toString.image', 'out.image')).toBe('There is no node `toString`.');
    expect(refusalOf(document, 'a.valueOf', 'out.image')).toMatch(/has no output `valueOf`/);
    expect(refusalOf(document, 'a.image', 'out.toString')).toMatch(/has no input `toString`/);
  });

  test('where the types do not fit, with a sentence that teaches', () => {
    const document = build({ a: 'image', g: 'gram-matrix' });
    expect(refusalOf(document, 'a.image', 'g.features')).toBe(
      '`g.features` takes features, and `a.image` gives an image. ' +
        'Features are what an encoder’s layers answer to an image: where they see what.',
    );
  });

  test('where it would make a circle, and shows it', () => {
    const document = build({ a: 'picture', b: 'picture' }, ['a.picture → b.start']);
    expect(refusalOf(document, 'b.picture', 'a.start')).toMatch(/: a → b → a\.$/);
    expect(refusalOf(document, 'a.picture', 'a.start')).toMatch(/: a → a\.$/);
  });

  test('where a circle is long, and shows its ends', () => {
    const nodes = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`p${i}`, 'picture']));
    const wires = Array.from({ length: 19 }, (_, i) => `p${i}.picture → p${i + 1}.start`);
    expect(refusalOf(build(nodes, wires), 'p19.picture', 'p0.start')).toMatch(
      /: p0 → p1 → p2 → p3 → … → p19 → p0\.$/,
    );
  });

  test('where a port of many wires is not told the slot, and names a free one', () => {
    const document = build({ tv: 'total-variation', total: 'weighted-sum' });
    expect(refusalOf(document, 'tv.loss', 'total.losses')).toMatch(/such as `total\.losses\/tv`\.$/);
    const once = afterFix(document, 'tv.loss', 'total.losses');
    expect(Object.keys(once.edges)).toEqual(['total.losses/tv']);
    expect(Object.keys(afterFix(once, 'tv.loss', 'total.losses').edges)).toContain('total.losses/tv-2');
  });

  test('where a port of one wire is told a slot', () => {
    const document = build({ a: 'image', out: 'output' });
    expect(refusalOf(document, 'a.image', 'out.image/x')).toMatch(/takes one wire/);
    expect(Object.keys(afterFix(document, 'a.image', 'out.image/x').edges)).toEqual(['out.image']);
  });
});

describe('the fix of a refusal', () => {
  test('inserts the node that makes of one thing the other, halfway between the two', () => {
    const document = build({ a: 'image', g: 'gram-matrix' });
    const moved = applyEdits(document, [{ type: 'move-node', id: 'g', position: { x: 100, y: 40 } }]);
    if (!moved.ok) throw new Error();
    const after = afterFix(moved.value, 'a.image', 'g.features');
    expect(after.nodes['layer-taps']).toMatchObject({ kind: 'layer-taps', position: { x: 50, y: 20 } });
    expect(after.edges).toMatchObject({
      'layer-taps.image': { from: { node: 'a', port: 'image' } },
      'g.features': { from: { node: 'layer-taps', port: 'features' } },
    });
  });

  test('gives the new node a name that is free', () => {
    const document = build({ a: 'image', g: 'gram-matrix', 'layer-taps': 'layer-taps' });
    expect(afterFix(document, 'a.image', 'g.features').nodes).toHaveProperty(['layer-taps-2']);
  });

  test('takes the kind that asks for the least besides', () => {
    const document = build({ p: 'picture', total: 'weighted-sum' });
    const after = afterFix(document, 'p.picture', 'total.losses');
    expect(after.nodes).toHaveProperty(['total-variation']);
    expect(after.edges).toHaveProperty(['total.losses/p']);
  });

  test('is absent where no single node would do', () => {
    const document = build({ a: 'image', loss: 'style-loss' });
    expect(check(document, 'a.image', 'loss.target')).not.toHaveProperty('fix');
  });

  test('is absent where the wire would lead back to where it came from', () => {
    const document = build({ p: 'picture', taps: 'layer-taps', g: 'gram-matrix' }, [
      'p.picture → taps.image',
      'taps.features → g.features',
    ]);
    expect(check(document, 'g.gram', 'p.start')).not.toHaveProperty('fix');
  });
});
