import { param } from '../graph/parameter.ts';
import { optional, port } from '../graph/port.ts';
import { success } from '../language/result.ts';
import type { Ir } from '../runtime/ir/program.ts';
import type { Value } from '../runtime/ir/value.ts';
import { defineNode } from './define-node.ts';
import { imageOut } from './image-ports.ts';
import { eachChannel } from './mask-values.ts';
import { refuseOtherSize } from './same-size.ts';

type Mode = 'normal' | 'multiply' | 'screen' | 'overlay' | 'add' | 'difference' | 'lighten' | 'darken';

/** Two images, one over the other. */
export const blend = defineNode({
  kind: 'blend',
  version: 1,
  title: { en: 'Blend', zh: '混合' },
  summary: {
    en: 'One image over another, everywhere or within a mask',
    zh: '把一张图叠在另一张上，可用蒙版限定',
  },
  documentation: {
    en: 'Lays *over* upon *under*, in one of the ways that painting programs know, as much as the amount says. With a mask only where it is white: two paintings of one content, each in its own region.',
    zh: '按绘图软件常见的方式把“上层”叠到“下层”，程度由“强度”决定。接入蒙版时只在白色处叠加：同一内容的两幅画各占一个区域。',
  },
  formula: String.raw`Y = U + a\,T \circ \bigl(B(U, O) - U\bigr)`,
  symbols: { amount: 'a' },
  source: 'Modes: W3C Compositing and Blending, section 10',
  inputs: {
    under: port.image({ en: 'Under', zh: '下层' }),
    over: port.image({ en: 'Over', zh: '上层' }),
    mask: optional(port.mask({ en: 'Mask', zh: '蒙版' })),
  },
  outputs: { image: imageOut },
  passes: { image: 'under' },
  params: {
    mode: param.choice({
      choices: {
        normal: { en: 'Normal', zh: '正常' },
        multiply: { en: 'Multiply', zh: '正片叠底' },
        screen: { en: 'Screen', zh: '滤色' },
        overlay: { en: 'Overlay', zh: '叠加' },
        add: { en: 'Add', zh: '相加' },
        difference: { en: 'Difference', zh: '差值' },
        lighten: { en: 'Lighten', zh: '变亮' },
        darken: { en: 'Darken', zh: '变暗' },
      },
      title: { en: 'Mode', zh: '模式' },
      hint: { en: 'How the two become one.', zh: '两者如何合成。' },
    }),
    amount: param.number({
      default: 0.5,
      min: 0,
      max: 1,
      step: 0.01,
      title: { en: 'Amount', zh: '强度' },
      hint: { en: '0 is the lower image, 1 the blended one.', zh: '0 为下层，1 为混合结果。' },
    }),
  },
  infer({ under, over, mask }) {
    const refusal =
      refuseOtherSize(under.shape, over.shape, 'over') ??
      (mask && refuseOtherSize(under.shape, mask.shape, 'mask'));
    return refusal ? { ok: false, reason: refusal } : success({ image: under });
  },
  lower({ ir }, { under, over, mask }, { mode, amount }) {
    const blended = blendOf(ir, under.value, over.value, mode);
    const apart = ir.subtract({ a: blended, b: under.value });
    const masked = mask ? ir.multiply({ a: apart, b: eachChannel(ir, mask.value, 3) }) : apart;
    const share = ir.affine({ x: masked }, { factor: amount, offset: 0 });
    return { image: { value: ir.clamp({ x: ir.add({ a: under.value, b: share }) }, { low: 0, high: 1 }) } };
  },
});

function blendOf(ir: Ir, a: Value, b: Value, mode: Mode): Value {
  const inverse = (x: Value) => ir.affine({ x }, { factor: -1, offset: 1 });
  const product = (x: Value, y: Value) => ir.multiply({ a: x, b: y });
  /** By how much x is above y, else 0. */
  const above = (x: Value, y: Value) => ir.relu({ x: ir.subtract({ a: x, b: y }) });
  switch (mode) {
    case 'normal':
      return b;
    case 'multiply':
      return product(a, b);
    case 'screen':
      return inverse(product(inverse(a), inverse(b)));
    case 'overlay': {
      // Multiplied where the lower is dark, screened where it is light: 2·a·b, less what goes beyond a half.
      const double = (x: Value) => ir.affine({ x }, { factor: 2, offset: 0 });
      const light = ir.relu({ x: ir.affine({ x: a }, { factor: 2, offset: -1 }) });
      const dark = ir.clamp({ x: double(a) }, { low: 0, high: 1 });
      return ir.add({ a: product(dark, b), b: product(light, inverse(b)) });
    }
    case 'add':
      return ir.add({ a, b });
    case 'difference':
      return ir.add({ a: above(a, b), b: above(b, a) });
    case 'lighten':
      return ir.add({ a, b: above(b, a) });
    case 'darken':
      return ir.subtract({ a, b: above(a, b) });
  }
}
