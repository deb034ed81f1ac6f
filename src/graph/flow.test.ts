import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { say } from '../language/message.ts';
import { success } from '../language/result.ts';
import { applyEdits } from './apply.ts';
import { mayBypass } from './bypass.ts';
import type { Flow, GraphDocument } from './document.ts';
import { targetKey, wireKey } from './ends.ts';
import { examine } from './examine.ts';
import { flowing } from './flow.ts';
import type { NodeKind } from './kind.ts';
import { many, optional, port } from './port.ts';
import { anyDocument } from './testing/arbitrary.ts';
import { build, styleTransfer } from './testing/build.ts';
import { registryOf, testFacts, testRegistry } from './testing/kinds.ts';
import { validate } from './validate.ts';
import type { Wire } from './wire.ts';

const same = (text: string) => ({ en: text, zh: text });

/** Takes an image, and a mask if there is one; gives an image. */
const blur: NodeKind = {
  kind: 'blur',
  version: 1,
  title: same('Blur'),
  summary: same(''),
  documentation: same(''),
  formula: '',
  source: '',
  inputs: { image: port.image(same('Image')), mask: optional(port.mask(same('Mask'))) },
  outputs: { image: port.image(same('Image')), mask: port.mask(same('Mask')) },
  params: {},
  infer: ({ image }) => success({ image: image as Wire, mask: { type: 'mask', shape: [1, 1, 1] } }),
};
const average: NodeKind = {
  ...blur,
  kind: 'average',
  inputs: { images: many(port.image(same('Images'))) },
  outputs: { image: port.image(same('Image')) },
};
const registry = registryOf([...testRegistry.kinds, blur, average]);

function switched(document: GraphDocument, flows: Readonly<Record<string, Flow | 'normal'>>): GraphDocument {
  const applied = applyEdits(
    document,
    Object.entries(flows).map(([node, flow]) => ({ type: 'set-flow', node, flow })),
  );
  if (!applied.ok) throw new Error(say(applied.reason));
  return applied.value;
}

const wiresOf = ({ edges }: GraphDocument) =>
  Object.values(edges).map(({ from, to }) => `${wireKey(from)} → ${targetKey(to)}`);

const idleIn = (document: GraphDocument) =>
  Object.fromEntries([...flowing(document, registry).idle].map(([id, why]) => [id, say(why)]));

describe('a muted node', () => {
  test('gives nothing: of several wires into a port, the others are left', () => {
    const { document, idle } = flowing(switched(styleTransfer, { smooth: 'muted' }), testRegistry);
    expect([...idle.keys()]).toEqual(['smooth']);
    expect(wiresOf(document)).toContain('loss.loss → total.losses/style');
    expect(wiresOf(document)).not.toContain('smooth.loss → total.losses/smooth');
    expect(validate(switched(styleTransfer, { smooth: 'muted' }), testRegistry, testFacts).ok).toBe(true);
  });

  test('leaves an optional input unwired', () => {
    const document = switched(
      build({ m: 'blur', taps: 'layer-taps', a: 'image', e: 'encoder', g: 'gram-matrix' }, [
        'a.image → taps.image',
        'e.encoder → taps.encoder',
        'taps.features → g.features',
        'm.mask → g.mask',
      ]),
      { m: 'muted' },
    );
    const examined = examine(document, registry, testFacts);
    expect(examined.problems).toEqual([]);
    expect(examined.order).toContain('g');
  });

  test('makes wait what must be fed by it, and what must be fed by that; no error among them', () => {
    const document = switched(styleTransfer, { 'style-taps': 'muted' });
    const why = 'It waits for `style-taps`, which is muted.';
    expect(idleIn(document)).toEqual({
      'style-taps': 'It is muted: it gives nothing.',
      'style-gram': why,
      loss: why,
    });
    const { problems, order } = examine(document, testRegistry, testFacts);
    expect(problems).toEqual([]);
    expect(order).toContain('out');
  });

  test('makes wait a sum of which nothing is left', () => {
    const idle = idleIn(switched(styleTransfer, { smooth: 'muted', loss: 'muted' }));
    expect(Object.keys(idle).sort()).toEqual(['adam', 'loss', 'out', 'smooth', 'total']);
  });

  test('may be of a kind that nobody knows, or hold values that it does not take', () => {
    const broken = build({ a: 'gone', b: { kind: 'image', source: 7 }, c: 'image', out: 'output' }, [
      'a.x → b.y',
      'c.image → out.image',
    ]);
    expect(validate(broken, registry, testFacts).ok).toBe(false);
    expect(validate(switched(broken, { a: 'muted', b: 'muted' }), registry, testFacts).ok).toBe(true);
  });
});

describe('a bypassed node', () => {
  const row = build({ a: 'image', b: 'blur', c: 'blur', out: 'output' }, [
    'a.image → b.image',
    'b.image → c.image',
    'c.image → out.image',
  ]);

  test('passes on what enters it, and so do two in a row', () => {
    const both = switched(row, { b: 'bypassed', c: 'bypassed' });
    expect(wiresOf(flowing(both, registry).document)).toEqual(['a.image → out.image']);
    const one = switched(row, { b: 'bypassed' });
    expect(wiresOf(flowing(one, registry).document)).toEqual(['a.image → c.image', 'c.image → out.image']);
  });

  test('shows on its outputs what passes through', () => {
    const { wires } = examine(switched(row, { b: 'bypassed' }), registry, testFacts);
    expect(wires['b.image']).toEqual({ type: 'image', shape: [60, 80, 3] });
    expect(wires['b.mask']).toBeUndefined();
  });

  test('with nothing to pass on makes wait what needs it', () => {
    const unwired = switched(build({ b: 'blur', out: 'output' }, ['b.image → out.image']), { b: 'bypassed' });
    expect(idleIn(unwired)).toEqual({
      b: 'It is bypassed: what enters leaves as it is.',
      out: 'It waits for `b`, which is bypassed and has nothing to pass on.',
    });
  });

  test('behind a muted one is as if that stood there', () => {
    const idle = idleIn(switched(row, { a: 'muted', b: 'bypassed' }));
    expect(idle.c).toBe('It waits for `a`, which is muted.');
  });

  test('in a circle of them passes nothing', () => {
    const circle = build({ b: 'blur', c: 'blur', out: 'output' }, [
      'b.image → c.image',
      'c.image → b.image',
      'c.image → out.image',
    ]);
    expect(Object.keys(idleIn(switched(circle, { b: 'bypassed', c: 'bypassed' })))).toContain('out');
  });

  test('gives at each output the first input of its type', () => {
    expect(mayBypass(blur)).toEqual({ allowed: true, through: { image: 'image', mask: 'mask' } });
  });

  test('is refused with a sentence where no input is of the type of an output', () => {
    const refusals = ['gram-matrix', 'optimiser', 'picture', 'output', 'average'].map(name => {
      const kind = registry.get(name);
      const bypass = kind && mayBypass(kind);
      return bypass?.allowed === false && say(bypass.reason);
    });
    expect(refusals[0]).toBe(
      'Gram matrix cannot be bypassed: nothing that it takes is of the kind that it gives. It can be muted.',
    );
    expect(refusals.every(reason => reason !== false)).toBe(true);
  });

  test('that cannot be is an error at the node, which switching it on mends', () => {
    const document = switched(styleTransfer, { total: 'bypassed' });
    const { problems } = examine(document, testRegistry, testFacts);
    expect(problems).toMatchObject([{ severity: 'error', node: 'total', reason: { id: 'bypass-refused' } }]);
    const mended = applyEdits(document, problems[0]?.fix?.edits ?? []);
    expect(mended).toEqual({ ok: true, value: styleTransfer });
  });
});

describe('whatever is switched off', () => {
  test('a document without switches is the very same document', () => {
    expect(flowing(styleTransfer, testRegistry).document).toBe(styleTransfer);
  });

  test('the rest has only wires with both ends, and each is traced to a node that takes part', () => {
    const flow = fc.constantFrom<Flow | 'normal'>('muted', 'bypassed', 'normal');
    const documents = fc.oneof(
      anyDocument,
      fc
        .dictionary(fc.constantFrom(...Object.keys(styleTransfer.nodes)), flow, { noNullPrototype: true })
        .map(flows => switched(styleTransfer, flows)),
    );
    fc.assert(
      fc.property(documents, document => {
        const { document: part, idle } = flowing(document, testRegistry);
        for (const { from, to } of Object.values(part.edges)) {
          expect(part.nodes).toHaveProperty([from.node]);
          expect(part.nodes).toHaveProperty([to.node]);
        }
        expect(new Set([...Object.keys(part.nodes), ...idle.keys()])).toEqual(
          new Set(Object.keys(document.nodes)),
        );
        for (const id of idle.keys()) expect(Object.hasOwn(part.nodes, id)).toBe(false);
      }),
    );
  });

  test('of a graph that is valid, what is left is valid', () => {
    const mutes = fc.subarray(Object.keys(styleTransfer.nodes));
    fc.assert(
      fc.property(mutes, muted => {
        const flows = Object.fromEntries(muted.map(id => [id, 'muted' as const]));
        const { problems } = examine(switched(styleTransfer, flows), testRegistry, testFacts);
        expect(problems).toEqual([]);
      }),
    );
  });
});
