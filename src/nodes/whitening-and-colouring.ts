import { port } from '../graph/port.ts';
import { success } from '../language/result.ts';
import type { Ir } from '../runtime/ir/program.ts';
import type { Value } from '../runtime/ir/value.ts';
import { defineNode } from './define-node.ts';
import { mixed, refuseStyle, transferStrength } from './feature-transfer.ts';
import { matrixRoots } from './matrix-root.ts';
import { everywhere, meansOf, positionsOf } from './moments.ts';
import { eachLayer } from './stacks.ts';

/** WCT: the content's features with the style's means and covariance. */
export const whiteningAndColouring = defineNode({
  kind: 'whitening-and-colouring',
  version: 1,
  title: { en: 'Whitening and colouring', zh: '白化与着色' },
  summary: {
    en: 'WCT: the content’s features with the style’s means and covariance',
    zh: 'WCT：让内容特征具有风格的均值与协方差',
  },
  documentation: {
    en: 'The content’s features are turned and scaled until no channel says what another says (whitening), then turned and scaled to the style’s covariance (colouring), and get the style’s means. AdaIN does this for each channel alone; here it is also matched which channels fire together, as a Gram matrix would have it. That takes more of the style and bends the content more, so a strength below 1 is usual. The roots of the covariances are found by products alone (24 iterations of Newton and Schulz); a thousandth of the mean variance is added to each channel’s, so that channels that hardly vary are not blown up.',
    zh: '先旋转、缩放内容特征，使任何通道都不重复其他通道的信息（白化）；再旋转、缩放到风格的协方差（着色），并采用风格的均值。AdaIN 只对每个通道单独如此；这里还匹配了哪些通道一起出现，与 Gram 矩阵所描述的一致。它带来更多风格，也更多地改变内容，因此强度通常小于 1。协方差的平方根只用矩阵乘积求得（24 次牛顿–舒尔茨迭代）；每个通道的方差加上平均方差的千分之一，以免几乎不变的通道被放大。',
  },
  formula: String.raw`F' = (1 - a)\,F_c + a\,\bigl((F_c - \mu_c)\,\Sigma_c^{-1/2}\,\Sigma_s^{1/2} + \mu_s\bigr)`,
  symbols: { strength: 'a' },
  source:
    'Li, Fang, Yang, Wang, Lu and Yang 2017, Universal style transfer via feature transforms, eq. 2 and 3; symmetric roots: Lu et al. 2019, A closed-form solution to universal style transfer',
  inputs: {
    content: port.features({ en: 'Content', zh: '内容' }),
    style: port.features({ en: 'Style', zh: '风格' }),
  },
  outputs: { features: port.features({ en: 'Features', zh: '特征' }) },
  passes: { features: 'content' },
  params: { strength: transferStrength },
  infer({ content, style }) {
    const refusal = refuseStyle(content, style, 'style');
    return refusal ? { ok: false, reason: refusal } : success({ features: content });
  },
  lower({ ir }, { content, style }, { strength }) {
    return {
      features: {
        layers: eachLayer(content.layers, (own, layer) => {
          const goal = style.layers[layer] ?? own;
          return strength === 0 ? own : mixed(ir, own, coloured(ir, own, goal), strength);
        }),
      },
    };
  },
});

/** As float32 carries it: enough for variances down to the thousandth that is added. */
const iterations = 24;

/** `content` with the means and the covariance of `style`. */
function coloured(ir: Ir, content: Value, style: Value): Value {
  const own = centred(ir, content);
  const goal = centred(ir, style);
  const white = matrixRoots(ir, raised(ir, spread(ir, own.rows)), iterations).inverse;
  const colours = matrixRoots(ir, raised(ir, spread(ir, goal.rows)), iterations).root;
  const turned = ir.matmul({ a: own.rows, b: ir.matmul({ a: white, b: colours }) });
  const [count = 1] = own.rows.shape;
  const placed = ir.add({ a: turned, b: everywhere(ir, goal.means, count) });
  return ir.reshape({ x: placed }, { shape: content.shape });
}

/** Rows [HW, C] without their means [1, C]. */
function centred(ir: Ir, features: Value): { readonly rows: Value; readonly means: Value } {
  const rows = positionsOf(ir, features);
  const means = meansOf(ir, rows);
  const [count = 1] = rows.shape;
  return { rows: ir.subtract({ a: rows, b: everywhere(ir, means, count) }), means };
}

/** The covariance of rows whose means are off already: no large numbers that cancel, so it has no negative eigenvalue. */
function spread(ir: Ir, rows: Value): Value {
  const [count = 1, channels = 0] = rows.shape;
  const features = ir.reshape({ x: rows }, { shape: [count, 1, channels] });
  return ir.gram({ features }, { divisor: count });
}

/** Σ + 10⁻³ · mean variance · 1, and a little beyond, for features that do not vary at all. */
function raised(ir: Ir, covariance: Value): Value {
  const { shape } = covariance;
  const [size = 1] = shape;
  const one = ir.identity({}, { size });
  const trace = ir.sum({ x: ir.multiply({ a: covariance, b: one }) });
  const amount = ir.affine({ x: trace }, { factor: 1e-3 / size, offset: 1e-6 });
  return ir.add({ a: covariance, b: ir.scale({ x: one, by: amount }) });
}
