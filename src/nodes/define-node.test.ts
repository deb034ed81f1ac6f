import { expect, expectTypeOf, test } from 'vitest';
import { param } from '../graph/parameter.ts';
import { many, optional, port } from '../graph/port.ts';
import type { ImageShape } from '../graph/wire.ts';
import { message } from '../language/message.ts';
import { failure, success } from '../language/result.ts';
import type { Text } from '../language/text.ts';
import type { LoweredContents } from '../runtime/compile/lowered.ts';
import { defineNode } from './define-node.ts';
import { givenOf, imageOf, inferAlone, leafOf, lowerAlone } from './testing/alone.ts';

const text: Text = { en: 'Text', zh: '文' };
const said = { title: text, hint: text };

const declared = defineNode({
  kind: 'blend',
  version: 3,
  title: text,
  summary: text,
  documentation: text,
  formula: '',
  source: '',
  inputs: { base: port.image(text), mask: optional(port.mask(text)), layers: many(port.image(text)) },
  outputs: { image: port.image(text) },
  params: {
    amount: param.number({ ...said, default: 0.5, min: 0, max: 1 }),
    mode: param.choice({ ...said, choices: { add: text, replace: text } }),
  },
  infer({ base, mask, layers }, { amount, mode }) {
    expectTypeOf(base.shape).toEqualTypeOf<ImageShape>();
    expectTypeOf(mask?.shape).toEqualTypeOf<ImageShape | undefined>();
    expectTypeOf(layers).toEqualTypeOf<Readonly<Record<string, { readonly shape: ImageShape }>>>();
    expectTypeOf(amount).toEqualTypeOf<number>();
    expectTypeOf(mode).toEqualTypeOf<'add' | 'replace'>();
    if (amount === 0) return failure({ reason: message('sum.empty'), param: 'amount' });
    return success({ image: { shape: base.shape } });
  },
  lower({ ir }, { base, layers }, { amount }) {
    expectTypeOf(base).toEqualTypeOf<LoweredContents['image']>();
    const [first = base] = Object.values(layers);
    const scaled = ir.affine({ x: first.value }, { factor: amount, offset: 0 });
    return { image: { value: ir.add({ a: base.value, b: scaled }) } };
  },
});

const image = { type: 'image', shape: [4, 6, 3] } as const;

test('a declaration is a kind: what it says of itself stays as it was said', () => {
  expect(declared).toMatchObject({ kind: 'blend', version: 3, title: text });
  expect(Object.keys(declared.inputs)).toEqual(['base', 'mask', 'layers']);
  expect(declared.inputs).toMatchObject({
    base: { arity: 'one' },
    mask: { arity: 'optional' },
    layers: { arity: 'many' },
  });
});

test('what it infers leaves with the type of its port', () => {
  expect(inferAlone(declared, { base: image, layers: {} })).toEqual({ ok: true, value: { image } });
});

test('what it refuses is refused as it says', () => {
  const refused = inferAlone(declared, { base: image, layers: {} }, { amount: 0 });
  expect(refused).toEqual({ ok: false, reason: { reason: message('sum.empty'), param: 'amount' } });
});

test('what it lowers to leaves with the type of its port, too, by inputs that are named', () => {
  const given = givenOf({ base: [4, 6, 3], above: [4, 6, 3] });
  const { leaving, program } = lowerAlone(declared, ir => ({
    base: { type: 'picture', value: leafOf(ir, given, 'base'), start: () => leafOf(ir, given, 'base') },
    layers: { above: { type: 'image', value: leafOf(ir, given, 'above') } },
  }));
  const { ir } = program;
  const scaled = ir.affine({ x: leafOf(ir, given, 'above') }, { factor: 0.5, offset: 0 });
  expect(imageOf(leaving)).toBe(ir.add({ a: leafOf(ir, given, 'base'), b: scaled }));
});
