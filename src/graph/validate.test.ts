import { describe, expect, test } from 'vitest';
import { say } from '../language/message.ts';
import { applyEdits } from './apply.ts';
import type { GraphDocument } from './document.ts';
import { emptyDocument } from './document.ts';
import { wireKey } from './ends.ts';
import { examine } from './examine.ts';
import type { Problem } from './problem.ts';
import { build, styleTransfer } from './testing/build.ts';
import { testFacts, testRegistry } from './testing/kinds.ts';
import { validate } from './validate.ts';

const problemsOf = (document: GraphDocument): readonly Problem[] => {
  const checked = validate(document, testRegistry, testFacts);
  return checked.ok ? checked.value.warnings : checked.reason;
};

const sentences = (document: GraphDocument) => problemsOf(document).map(({ reason }) => say(reason));

/** The document after its first problem's fix. */
function mended(document: GraphDocument): GraphDocument {
  const fix = problemsOf(document).find(problem => problem.fix)?.fix;
  const after = applyEdits(document, fix?.edits ?? []);
  if (!fix || !after.ok) throw new Error('there is no fix that can be applied');
  return after.value;
}

describe('a valid document', () => {
  const checked = validate(styleTransfer, testRegistry, testFacts);
  if (!checked.ok) throw new Error(checked.reason.map(({ reason }) => say(reason)).join('\n'));
  const { order, wires, params, warnings } = checked.value;

  test('has every node in its order, after all that feed it', () => {
    expect(new Set(order)).toEqual(new Set(Object.keys(styleTransfer.nodes)));
    for (const { from, to } of Object.values(styleTransfer.edges)) {
      expect(order.indexOf(from.node)).toBeLessThan(order.indexOf(to.node));
    }
  });

  test('has a shape on every wire', () => {
    for (const { from } of Object.values(styleTransfer.edges)) expect(wires).toHaveProperty([wireKey(from)]);
    expect(wires['adam.result']).toEqual({ type: 'result', shape: [60, 80, 3] });
  });

  test('names the terms of a sum by the slots they came through, sorted whatever the order of the wires', () => {
    expect(wires['total.loss']).toMatchObject({
      terms: ['smooth/variation', 'style/relu1_1', 'style/relu2_1'],
    });
  });

  test('has every parameter, defaults filled in', () => {
    expect(params.adam).toEqual({ iterations: 200, rate: 0.02, clamp: true });
    expect(warnings).toEqual([]);
  });

  test('may be empty', () => {
    expect(validate(emptyDocument, testRegistry, testFacts)).toMatchObject({ ok: true });
  });
});

describe('a refusal', () => {
  test('says every problem of the document, not only the first', () => {
    const document = build({ a: { kind: 'picture', seed: -1 }, b: 'imagee', c: 'total-variation' });
    expect(sentences(document)).toEqual([
      '`a.seed` should be a whole number from 0 to 9999; it is -1.',
      '`b` is of the kind `imagee`, which this Gramarye does not have. Did you mean `image`?',
      expect.stringMatching(/^Nothing is wired to `c.image`, which needs an image\. An image is/),
    ]);
  });

  test('is told once, where the fault is, and not again for what lies below', () => {
    const document = build(
      { a: { kind: 'image', source: 'file:lost.png' }, p: 'picture', tv: 'total-variation', out: 'output' },
      ['a.image → p.start', 'p.picture → tv.image', 'p.picture → out.image'],
    );
    expect(problemsOf(document)).toMatchObject([{ node: 'a', param: 'source' }]);
  });

  test('of a node from a newer version says so', () => {
    const document = build({ a: 'image' });
    const newer = { ...document, nodes: { a: { ...document.nodes.a, version: 9 } } } as GraphDocument;
    expect(sentences(newer)).toEqual([
      '`a` was made with version 9 of Image; this Gramarye has version 1. Update Gramarye to open it as it was.',
    ]);
  });

  test('of a wire names the wire, the input and what to do', () => {
    const document = build({ a: 'image', g: 'gram-matrix' }, ['a.image → g.features']);
    expect(problemsOf(document)).toMatchObject([{ edge: 'g.features', node: 'g', port: 'features' }]);
    expect(sentences(document)[0]).toMatch(/`g.features` takes features, and `a.image` gives an image\./);
  });

  test('of a circle names its nodes once', () => {
    const document = build({ a: 'picture', b: 'picture', c: 'picture', out: 'output' }, [
      'a.picture → b.start',
      'b.picture → c.start',
      'c.picture → a.start',
      'c.picture → out.image',
    ]);
    const [said, ...more] = sentences(document);
    expect(said).toMatch(/a → b → c → a|b → c → a → b|c → a → b → c/);
    expect(more).toEqual([]);
    expect(sentences(mended(document))).toHaveLength(1);
  });

  test('of a wire to nowhere names the end that exists', () => {
    const document = build({ out: 'output' }, ['gone.image → out.image']);
    expect(problemsOf(document)).toMatchObject([{ node: 'out', edge: 'out.image' }]);
    expect(sentences(document)).toEqual(['There is no node `gone`.']);
  });

  test('of two wires into one input names both', () => {
    const document = build({ a: 'image', b: 'image', out: 'output' }, ['a.image → out.image']);
    const second = { from: { node: 'b', port: 'image' }, to: { node: 'out', port: 'image' } };
    const twice = { ...document, edges: { ...document.edges, second } };
    expect(sentences(twice)).toEqual([
      'Two wires enter `out.image`, which takes one: from `a.image` and from `b.image`.',
    ]);
    expect(problemsOf(mended(twice))).toEqual([]);
  });
});

describe('a warning', () => {
  const document = build({ a: { kind: 'image', sorce: 'sample:lake' } });

  test('tells of an unknown parameter, which the document keeps (D1)', () => {
    const checked = validate(document, testRegistry, testFacts);
    expect(checked).toMatchObject({ ok: true, value: { warnings: [{ node: 'a', param: 'sorce' }] } });
    expect(sentences(document)).toEqual(['`a` (Image) has no parameter `sorce`. Did you mean `source`?']);
  });

  test('leaves the parameter out of what is computed', () => {
    expect(examine(document, testRegistry, testFacts).params.a).toEqual({ source: 'sample:lake' });
  });
});

describe('a fix', () => {
  test('sets a parameter to the nearest value that is allowed', () => {
    const document = build({
      a: { kind: 'picture', seed: 1e9 },
      b: { kind: 'encoder', pooling: 'Averag' },
      c: { kind: 'layer-taps', layers: ['relu1_1', 'nonsense'] },
      d: { kind: 'weighted-sum', weights: { x: -3, y: 2 } },
      e: { kind: 'optimiser', clamp: 'perhaps' },
    });
    const values = problemsOf(document).flatMap(({ fix }) => fix?.edits ?? []);
    expect(values.filter(edit => edit.type === 'set-parameter').map(edit => edit.value)).toEqual([
      9999,
      'average',
      ['relu1_1'],
      { x: 0, y: 2 },
      true,
    ]);
  });

  test('puts Layer taps between an image and a Gram matrix, and wires the one encoder to them', () => {
    const document = build({ a: 'image', vgg: 'encoder', g: 'gram-matrix' }, ['a.image → g.features']);
    expect(problemsOf(document)[0]?.fix?.label).toMatchObject({ id: 'fix-insert' });
    const after = mended(document);
    expect(problemsOf(after)).toEqual([]);
    expect(after.edges['layer-taps.encoder']?.from).toEqual({ node: 'vgg', port: 'encoder' });
  });

  test('wires a missing input to the one thing that fits', () => {
    const document = build({ a: 'image', out: 'output' });
    expect(problemsOf(mended(document))).toEqual([]);
  });

  test('inserts the one kind that could feed a missing input', () => {
    const document = build({ a: 'image', taps: 'layer-taps' }, ['a.image → taps.image']);
    const after = mended(document);
    expect(after.nodes.encoder?.kind).toBe('encoder');
    expect(problemsOf(after)).toEqual([]);
  });

  test('inserts a source of images, not one of the kinds that make one image of another', () => {
    const after = mended(build({ out: 'output' }));
    expect(after.nodes).toHaveProperty(['image']);
    expect(problemsOf(after)).toEqual([]);
  });

  test('is not offered where there is a choice', () => {
    const document = build({ a: 'image', b: 'image', out: 'output' });
    expect(problemsOf(document)[0]).not.toHaveProperty('fix');
  });

  test('never feeds a node with what is computed from it', () => {
    const document = build({ p: 'picture', tv: 'total-variation' }, ['p.picture → tv.image']);
    const after = mended(document);
    expect(after.edges['p.start']?.from.node).toBe('image');
    expect(problemsOf(after)).toEqual([]);
  });

  test('of a shape refusal reaches the node that has the parameter, through those that have not', () => {
    const style = styleTransfer.nodes['style-taps'];
    if (!style) throw new Error('the graph has no style taps');
    const document = {
      ...styleTransfer,
      nodes: { ...styleTransfer.nodes, 'style-taps': { ...style, params: { layers: ['relu1_1'] } } },
    };
    expect(problemsOf(document)).toMatchObject([{ node: 'loss', port: 'target' }]);
    expect(problemsOf(document)[0]?.fix?.edits).toEqual([
      { type: 'set-parameter', node: 'style-taps', param: 'layers', value: ['relu1_1', 'relu2_1'] },
    ]);
    expect(problemsOf(mended(document))).toEqual([]);
  });
});

describe('what is right', () => {
  test('is known although another part is still being built', () => {
    const document = build({ a: 'image', p: 'picture', g: 'gram-matrix' }, ['a.image → p.start']);
    const { order, wires, problems } = examine(document, testRegistry, testFacts);
    expect(problems).toHaveLength(1);
    expect(order).toEqual(['a', 'p']);
    expect(Object.keys(wires)).toEqual(['a.image', 'p.picture']);
  });

  test('is found in a graph of 10,000 nodes by asking each kind once', () => {
    const nodes = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`p${i}`, 'picture']));
    const wires = Array.from({ length: 9_999 }, (_, i) => `p${i}.picture → p${i + 1}.start`);
    const document = build({ a: 'image', ...nodes }, ['a.image → p0.start', ...wires]);
    let inferred = 0;
    const counting = {
      kinds: testRegistry.kinds,
      get: (name: string) => {
        const kind = testRegistry.get(name);
        if (!kind) return undefined;
        return {
          ...kind,
          infer: (...given: Parameters<typeof kind.infer>) => {
            inferred++;
            return kind.infer(...given);
          },
        };
      },
    };
    const checked = validate(document, counting, testFacts);
    expect(checked).toMatchObject({ ok: true });
    expect(inferred).toBe(10_001);
  });

  test('is told apart from 20,000 faults without looking for 20,000 fixes', () => {
    const document = build(
      Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`n${i}`, 'total-variation'])),
    );
    const problems = problemsOf({
      ...document,
      nodes: { ...document.nodes, ...build({ a: 'image' }).nodes },
    });
    expect(problems).toHaveLength(20_000);
    expect(problems.filter(({ fix }) => fix)).toHaveLength(100);
  });
});
