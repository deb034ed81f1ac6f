import { param } from '../graph/parameter.ts';
import { port } from '../graph/port.ts';
import { message } from '../language/message.ts';
import { success } from '../language/result.ts';
import type { Ir } from '../runtime/ir/program.ts';
import type { Value } from '../runtime/ir/value.ts';
import { defineNode } from './define-node.ts';
import { lossWeight } from './layer-terms.ts';
import { lossOut } from './loss-ports.ts';
import { refuseOtherSize } from './same-size.ts';

/** Whether edges and fine lines are where those of the content are. */
export const laplacianLoss = defineNode({
  kind: 'laplacian-loss',
  version: 1,
  title: { en: 'Laplacian loss', zh: '拉普拉斯损失' },
  summary: {
    en: 'Keeps edges and fine lines where the content has them',
    zh: '让边缘与细线保持在内容图中的位置',
  },
  documentation: {
    en: 'Both images are averaged over blocks of pixels, and the Laplacian of each (a pixel’s neighbours minus four times itself) is compared. It keeps the fine structure that deep features lose, such as the lines of a face, and leaves colours and brightness free. Larger blocks keep coarser lines.',
    zh: '把两张图片按块取平均，再比较各自的拉普拉斯（四邻之和减去自身的四倍）。它保住深层特征会丢失的细微结构，例如面部的线条，同时放开颜色与亮度。块越大，保住的线条越粗。',
  },
  formula: String.raw`L = \operatorname{mean}\,\bigl(D * p_k(x) - D * p_k(t)\bigr)^2,\quad D = \begin{bmatrix}0&1&0\\1&-4&1\\0&1&0\end{bmatrix}`,
  source: 'Li, Xu, Nie and Liu 2017, Laplacian-steered neural style transfer (as a mean, for each channel)',
  inputs: {
    image: port.image({ en: 'Picture', zh: '画面' }),
    target: port.image({ en: 'Target', zh: '目标' }),
  },
  outputs: { loss: lossOut },
  params: {
    weight: lossWeight(1),
    blocks: param.choice({
      choices: {
        four: { en: '4×4 pixels', zh: '4×4 像素' },
        two: { en: '2×2 pixels', zh: '2×2 像素' },
        one: { en: 'Single pixels', zh: '单个像素' },
        eight: { en: '8×8 pixels', zh: '8×8 像素' },
        sixteen: { en: '16×16 pixels', zh: '16×16 像素' },
      },
      title: { en: 'Blocks', zh: '块' },
      hint: { en: 'Averaged before edges are looked for.', zh: '寻找边缘之前先按块取平均。' },
    }),
  },
  infer({ image, target }, { blocks }) {
    const refusal = refuseOtherSize(image.shape, target.shape, 'target');
    if (refusal) return { ok: false, reason: refusal };
    const [height, width] = image.shape;
    const least = 3 * extents[blocks];
    if (Math.min(height, width) < least) {
      const reason = message('laplacian.too-small', { width, height, pooling: extents[blocks], least });
      return { ok: false, reason: { reason, port: 'image' } };
    }
    return success({ loss: { terms: ['laplacian'] } });
  },
  lower({ ir, live }, { image, target }, { blocks }) {
    const edges = (x: Value) => laplacian(ir, pooled(ir, x, extents[blocks]));
    const value = ir.meanSquare({ x: ir.subtract({ a: edges(image.value), b: edges(target.value) }) });
    return { loss: { terms: [{ name: 'laplacian', value, weights: [live('weight')] }] } };
  },
});

const pooled = (ir: Ir, x: Value, extent: number): Value =>
  extent < 2 ? x : pooled(ir, ir.averagePool({ x }), extent / 2);

const extents = { one: 1, two: 2, four: 4, eight: 8, sixteen: 16 };

const stencil = [0, 1, 0, 1, -4, 1, 0, 1, 0];

/** [H, W, 3] → [H − 2, W − 2, 3], each channel by itself. */
function laplacian(ir: Ir, x: Value): Value {
  const numbers = stencil.flatMap(weight => [weight, 0, 0, 0, weight, 0, 0, 0, weight]);
  const kernel = ir.constant({}, { shape: [3, 3, 3, 3], numbers });
  return ir.conv2d({ x, kernel }, { padding: 0, relu: false });
}
