import { param } from '../graph/parameter.ts';
import { port } from '../graph/port.ts';
import { success } from '../language/result.ts';
import type { Ir } from '../runtime/ir/program.ts';
import type { Value } from '../runtime/ir/value.ts';
import { choleskyFactors } from './cholesky.ts';
import { defineNode } from './define-node.ts';
import { imageIn, imageOut } from './image-ports.ts';
import { matrixRoots } from './matrix-root.ts';
import { everywhere, meansOf, positionsOf } from './moments.ts';

type Method = 'symmetric' | 'cholesky' | 'channels';

/** Added to each channel's variance: an image of one colour has none, and could not be spread. */
const floor = 1e-5;

/** A style image in the content's colours, so that only its strokes are transferred. */
export const matchColours = defineNode({
  kind: 'match-colours',
  version: 1,
  title: { en: 'Match colours', zh: '匹配颜色' },
  summary: {
    en: 'An image with another’s colours: mean and covariance',
    zh: '让图像具有另一张图的颜色：均值与协方差',
  },
  documentation: {
    en: 'Moves the colours of an image linearly so that their mean and their covariance are those of the image at *like*. The style before its taps, and the content at *like*: then only strokes and structure are transferred, and the painting keeps the content’s colours. With the symmetric root the colours are turned as little as each image’s own axes allow; with Cholesky’s factor red stays nearest to red and blue is moved most; per channel, only mean and deviation are matched. Values are cut to between 0 and 1.',
    zh: '线性地移动图像的颜色，使其均值与协方差等于“参照”处的图像。把风格图接在抽头之前、内容图接到“参照”：于是只迁移笔触与结构，画面保留内容图的颜色。对称平方根依各自主轴转动颜色；Cholesky 分解让红色变化最小、蓝色变化最大；逐通道只匹配均值与标准差。数值截断到 0 与 1 之间。',
  },
  formula: String.raw`Y = \operatorname{clamp}\bigl((X - \mu_x)\,A + \mu_y\bigr),\quad A^\top\,\Sigma_x\,A = \Sigma_y`,
  source:
    'Gatys, Bethge, Hertzmann and Shechtman 2016, Preserving color in neural artistic style transfer, section 3.1; Hertzmann 2001',
  inputs: { image: imageIn, like: port.image({ en: 'Like', zh: '参照' }) },
  outputs: { image: imageOut },
  passes: { image: 'image' },
  params: {
    method: param.choice({
      choices: {
        symmetric: { en: 'Symmetric root', zh: '对称平方根' },
        cholesky: { en: 'Cholesky', zh: 'Cholesky 分解' },
        channels: { en: 'Each channel alone', zh: '逐通道' },
      },
      title: { en: 'Method', zh: '方法' },
      hint: {
        en: 'Many matrices give the same covariance; this chooses one.',
        zh: '许多矩阵都能给出相同的协方差，在此选择其一。',
      },
    }),
    amount: param.number({
      default: 1,
      min: 0,
      max: 1,
      step: 0.01,
      title: { en: 'Amount', zh: '程度' },
      hint: { en: '0 keeps the own colours, 1 takes the other’s.', zh: '0 保留自身颜色，1 完全采用对方的。' },
    }),
  },
  infer: ({ image }) => success({ image }),
  lower({ ir }, { image: { value }, like }, { method, amount }) {
    if (amount === 0) return { image: { value } };
    const [own, goal] = [spreadOf(ir, value), spreadOf(ir, like.value)];
    const turned = ir.matmul({ a: own.rows, b: between(ir, own.covariance, goal.covariance, method) });
    const [count = 1] = own.rows.shape;
    const placed = ir.add({ a: turned, b: everywhere(ir, goal.means, count) });
    const moved = ir.reshape({ x: placed }, { shape: value.shape });
    const mixed =
      amount === 1
        ? moved
        : ir.add({
            a: ir.affine({ x: value }, { factor: 1 - amount, offset: 0 }),
            b: ir.affine({ x: moved }, { factor: amount, offset: 0 }),
          });
    return { image: { value: ir.clamp({ x: mixed }, { low: 0, high: 1 }) } };
  },
});

/** A with Aᵀ·from·A = to. */
function between(ir: Ir, from: Value, to: Value, method: Method): Value {
  switch (method) {
    case 'symmetric':
      // Variances of pixels part by a factor of thousands: more steps than a loss takes.
      return ir.matmul({ a: matrixRoots(ir, from, 24).inverse, b: matrixRoots(ir, to, 24).root });
    case 'cholesky': {
      const back = ir.transpose({ x: choleskyFactors(ir, from).inverse });
      return ir.matmul({ a: back, b: ir.transpose({ x: choleskyFactors(ir, to).factor }) });
    }
    case 'channels': {
      const one = ir.identity({}, { size: 3 });
      const diagonal = (x: Value, rest: number) =>
        ir.add({
          a: ir.multiply({ a: x, b: one }),
          // Off the diagonal a 1 under the fraction, so that 0 is divided by something.
          b: ir.affine({ x: one }, { factor: -rest, offset: rest }),
        });
      return ir.squareRoot({
        x: ir.add({
          a: ir.divide({ a: diagonal(to, 0), b: diagonal(from, 1) }),
          b: ir.fill({}, { shape: [3, 3], value: 1e-20 }),
        }),
      });
    }
  }
}

/** Rows [HW, 3] without their means, the means [1, 3], and the covariance. */
function spreadOf(ir: Ir, image: Value) {
  const positions = positionsOf(ir, image);
  const [count = 1] = positions.shape;
  const means = meansOf(ir, positions);
  const rows = ir.subtract({ a: positions, b: everywhere(ir, means, count) });
  const features = ir.reshape({ x: rows }, { shape: [count, 1, 3] });
  const covariance = ir.add({
    a: ir.gram({ features }, { divisor: count }),
    b: ir.affine({ x: ir.identity({}, { size: 3 }) }, { factor: floor, offset: 0 }),
  });
  return { rows, means, covariance };
}
