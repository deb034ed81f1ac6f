import { Brush } from 'lucide-react';
import { own } from '../../../graph/own.ts';
import { message } from '../../../language/message.ts';
import { mask } from '../../../nodes/mask.ts';
import * as masks from '../../masks/painting-mask.ts';
import { type Command, possibleIf } from '../command.ts';
import type { CommandContext } from '../context.ts';

/** The one Mask node that is selected. */
function maskOf({ document, selection }: CommandContext) {
  const masks = [...selection.nodes].filter(id => own(document.nodes, id)?.kind === mask.kind);
  return masks.length === 1 ? masks[0] : undefined;
}

export const paintMask: Command = {
  id: 'edit.paint-mask',
  label: { en: 'Paint the mask…', zh: '绘制蒙版…' },
  summary: { en: 'With a brush, over the picture of the Mask node', zh: '用画笔在“蒙版”节点的图片上绘制' },
  place: { menu: 'edit', group: 'flow' },
  icon: Brush,
  keywords: { en: 'brush region draw erase', zh: '画笔 区域 绘画 擦除' },
  undo: 'none',
  when: context => possibleIf(maskOf(context) !== undefined, message('masks.none-selected')),
  run: context => {
    const node = maskOf(context);
    if (node !== undefined) masks.paintMask(node);
  },
};
