import { param } from '../graph/parameter.ts';
import type { Ir } from '../runtime/ir/program.ts';
import type { Value } from '../runtime/ir/value.ts';
import { defineNode } from './define-node.ts';
import { mean, squaredDistances } from './distances.ts';
import { balancing, comparedLayers, inPartsOf, layerWeights, lossWeight } from './layer-terms.ts';
import { featuresAndTarget, inferTerms, lossOut } from './loss-ports.ts';
import { reciprocal } from './matrix-root.ts';
import { meansOf, positionsOf } from './moments.ts';
import { samplesOf, samplesPerSide } from './samples.ts';

/** Whether features of the picture and of the style could be told apart by a kernel. */
export const kernelLoss = defineNode({
  kind: 'kernel-loss',
  version: 1,
  title: { en: 'Kernel loss (MMD)', zh: '核损失（MMD）' },
  summary: {
    en: 'Maximum mean discrepancy: Gram and others as one family',
    zh: '最大均值差异：Gram 等统计量的统一形式',
  },
  documentation: {
    en: 'The squared maximum mean discrepancy between the features of both sides, all positions taken as samples. With the *quadratic* kernel it is the squared difference of the Gram matrices, with the *linear* one that of the means; the *Gaussian* kernel sees every difference between the two distributions. Its widths are a half, once and twice the root of the mean squared distance within the target, and it looks at a lattice of samples only, so it is best at deeper layers (relu3_1 and on). Balanced, each layer’s loss is divided by the mean of the kernel within the target.',
    zh: '两侧特征之间最大均值差异的平方，各位置视为样本。使用“二次”核时它就是 Gram 矩阵之差的平方和，“线性”核则是均值之差；“高斯”核能看到两个分布之间的一切差别。高斯核的宽度取目标内部均方距离平方根的一半、一倍和两倍，并且只看按网格采样的位置，因此更适合较深的层（relu3_1 及以后）。启用平衡后，每层损失除以核在目标内部的均值。',
  },
  formula: String.raw`L = \sum_l w_l \bigl(\overline{k(f, f')} - 2\,\overline{k(f, \hat f)} + \overline{k(\hat f, \hat f')}\bigr)`,
  source:
    'Li, Wang, Liu and Hou 2017, Demystifying neural style transfer, eq. 9 to 12; Gretton et al. 2012, A kernel two-sample test',
  inputs: featuresAndTarget,
  outputs: { loss: lossOut },
  params: {
    weight: lossWeight(1),
    weights: layerWeights,
    balance: balancing,
    kernel: param.choice({
      choices: {
        gaussian: { en: 'Gaussian', zh: '高斯' },
        quadratic: { en: 'Quadratic (Gram)', zh: '二次（Gram）' },
        linear: { en: 'Linear (means)', zh: '线性（均值）' },
      },
      title: { en: 'Kernel', zh: '核' },
      hint: { en: 'Which differences it sees.', zh: '决定它能看到哪些差别。' },
    }),
    samples: samplesPerSide(),
  },
  infer: inferTerms,
  lower(context, { features, target }, { balance, kernel, samples }) {
    const { ir } = context;
    const terms = comparedLayers(context, features.layers, target.layers, (present, goal) => {
      const { distance, within } = discrepancies[kernel](ir, present, goal, samples);
      return balance ? inPartsOf(ir, distance, within) : distance;
    });
    return { loss: { terms } };
  },
});

interface Discrepancy {
  readonly distance: Value;
  /** The mean of the kernel within the target. */
  readonly within: Value;
}

type Discrepancies = (ir: Ir, present: Value, goal: Value, samples: number) => Discrepancy;

const discrepancies = {
  gaussian(ir, present, goal, samples) {
    const [x, y] = [samplesOf(ir, present, samples), samplesOf(ir, goal, samples)];
    const ofTarget = squaredDistances(ir, y, y);
    const narrow = reciprocal(ir, ir.affine({ x: mean(ir, ofTarget) }, { factor: 1, offset: 1e-12 }));
    const kernel = (distances: Value) => meanGaussian(ir, ir.scale({ x: distances, by: narrow }));
    const within = kernel(ofTarget);
    const both = ir.add({ a: kernel(squaredDistances(ir, x, x)), b: within });
    const between = ir.affine({ x: kernel(squaredDistances(ir, x, y)) }, { factor: 2, offset: 0 });
    return { distance: ir.subtract({ a: both, b: between }), within };
  },
  // mean (f·f')² is the sum of the squares of FᵀF/(HW), so all positions are taken at once; likewise the means.
  quadratic: (ir, present, goal) => summed(ir, gramOf(ir, present), gramOf(ir, goal)),
  linear: (ir, present, goal) =>
    summed(ir, meansOf(ir, positionsOf(ir, present)), meansOf(ir, positionsOf(ir, goal))),
} satisfies Record<string, Discrepancies>;

/** Of the widths ½, 1 and 2, the distances already in units of the middle one. */
function meanGaussian(ir: Ir, distances: Value): Value {
  const [narrow, middle, wide] = [2, 1 / 2, 1 / 8].map(factor =>
    mean(ir, ir.exponential({ x: ir.affine({ x: distances }, { factor: -factor, offset: 0 }) })),
  ) as [Value, Value, Value];
  const sum = ir.add({ a: ir.add({ a: narrow, b: middle }), b: wide });
  return ir.affine({ x: sum }, { factor: 1 / 3, offset: 0 });
}

function gramOf(ir: Ir, x: Value): Value {
  const [height = 0, width = 0] = x.shape;
  return ir.gram({ features: x }, { divisor: height * width });
}

function summed(ir: Ir, picture: Value, target: Value): Discrepancy {
  const squares = (x: Value) => ir.sum({ x: ir.multiply({ a: x, b: x }) });
  return { distance: squares(ir.subtract({ a: picture, b: target })), within: squares(target) };
}
