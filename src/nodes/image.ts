import { param } from '../graph/parameter.ts';
import { port } from '../graph/port.ts';
import { success } from '../language/result.ts';
import { defineNode } from './define-node.ts';

/** A picture from a file, or one of the samples that Gramarye brings. */
export const image = defineNode({
  kind: 'image',
  version: 1,
  title: { en: 'Image', zh: '图像' },
  summary: { en: 'A picture from a file, or a built-in sample', zh: '来自文件的图片，或内置示例' },
  documentation: {
    en: 'Decoded to red, green and blue between 0 and 1, turned upright as its EXIF data says, transparency laid over white.',
    zh: '解码为 0 到 1 之间的红、绿、蓝三个通道；按 EXIF 信息转正，透明部分铺在白底上。',
  },
  formula: '',
  source: '',
  inputs: {},
  outputs: { image: port.image({ en: 'Image', zh: '图像' }) },
  params: {
    source: param.image({
      default: 'sample:mountain-lake',
      title: { en: 'Picture', zh: '图片' },
      hint: {
        en: '`sample:NAME` for a built-in picture, `file:PATH` for one of yours.',
        zh: '内置图片用 `sample:名称`，自己的图片用 `file:路径`。',
      },
    }),
  },
  infer(_, { source }, facts) {
    const known = facts.image(source);
    if (!known.ok) return { ok: false, reason: { reason: known.reason, param: 'source' } };
    return success({ image: { shape: [known.value.height, known.value.width, 3] } });
  },
  lower({ ir, facts }, _, { source }) {
    const known = facts.image(source);
    if (!known.ok) throw new Error(`The picture ${source} was not known when it was compiled.`);
    const { hash, height, width } = known.value;
    return { image: { value: ir.image({ hash, shape: [height, width, 3] }) } };
  },
});
