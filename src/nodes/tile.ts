import { param } from '../graph/parameter.ts';
import { success } from '../language/result.ts';
import type { Ir } from '../runtime/ir/program.ts';
import type { Value } from '../runtime/ir/value.ts';
import { defineNode } from './define-node.ts';
import { imageIn, imageOut } from './image-ports.ts';

const times = (en: string, zh: string) =>
  param.integer({
    default: 2,
    min: 1,
    max: 8,
    title: { en, zh },
    hint: { en: 'How many copies stand side by side.', zh: '并排放置多少份。' },
  });

/** An image many times beside itself. */
export const tile = defineNode({
  kind: 'tile',
  version: 1,
  title: { en: 'Tile', zh: '平铺' },
  summary: { en: 'An image many times beside itself', zh: '把图像重复排列' },
  documentation: {
    en: 'A small swatch of texture becomes as large as it is needed. Mirrored, each copy meets its neighbour at the same edge, so there are no seams. With the picture itself at its input, and its taps behind it, a loss sees it beside itself: what is painted then tiles without a seam.',
    zh: '把一小块纹理铺到需要的大小。镜像时相邻两份共用同一条边，没有接缝。若把画面本身接到它的输入、抽头接在其后，损失看到的就是自身相邻的画面：绘制结果可无缝平铺。',
  },
  formula: String.raw`Y_{ij} = X_{i \bmod H,\; j \bmod W}`,
  source:
    'Tiled losses for seamless textures: Gatys, Ecker and Bethge 2015, Texture synthesis, seen beside itself',
  inputs: { image: imageIn },
  outputs: { image: imageOut },
  params: {
    across: times('Across', '横向'),
    down: times('Down', '纵向'),
    mirror: param.flag({
      default: false,
      title: { en: 'Mirrored', zh: '镜像' },
      hint: {
        en: 'Every other copy is turned over, so that edges meet.',
        zh: '相邻的两份互为镜像，边缘相接。',
      },
    }),
  },
  infer: ({ image: { shape } }, { across, down }) =>
    success({ image: { shape: [shape[0] * down, shape[1] * across, shape[2]] } }),
  lower({ ir }, { image }, { across, down, mirror }) {
    const wide = repeated(ir, image.value, 1, across, mirror);
    return { image: { value: repeated(ir, wide, 0, down, mirror) } };
  },
});

function repeated(ir: Ir, x: Value, axis: 0 | 1, count: number, mirror: boolean): Value {
  const [height = 1, width = 1] = x.shape;
  const size = [height, width] as const;
  const whole = axis === 0 ? ([height * count, width] as const) : ([height, width * count] as const);
  const over = ir.orient({ x }, { transpose: false, flipRows: axis === 0, flipColumns: axis === 1 });
  return Array.from({ length: count }, (_, copy) => {
    const at = axis === 0 ? ([copy * height, 0] as const) : ([0, copy * width] as const);
    return ir.crop({ x: mirror && copy % 2 === 1 ? over : x }, { whole, at, size, adjoint: true });
  }).reduce((a, b) => ir.add({ a, b }));
}
