import { port } from '../graph/port.ts';
import { success } from '../language/result.ts';
import { defineNode } from './define-node.ts';

/** What a person wants to see; what no output needs is not run. */
export const output = defineNode({
  kind: 'output',
  version: 1,
  title: { en: 'Output', zh: '输出' },
  summary: { en: 'The picture to show and to save', zh: '要显示并保存的图片' },
  documentation: {
    en: 'Takes an optimiser’s result, or any image on the way to it. Nothing that leads to no output is ever computed.',
    zh: '接收优化器的结果，或通往结果途中的任何图像。不通向任何输出的部分不会被计算。',
  },
  formula: '',
  source: '',
  inputs: { image: port.image({ en: 'Picture', zh: '图片' }) },
  outputs: {},
  params: {},
  infer: () => success({}),
  lower({ present }, { image }) {
    present(image.value);
    return {};
  },
});
