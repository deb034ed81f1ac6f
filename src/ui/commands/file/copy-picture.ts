import { Clipboard } from 'lucide-react';
import * as viewer from '../../viewer/save-picture.ts';
import type { Command } from '../command.ts';
import { whetherPainting } from '../run/playing.ts';
import { resultPlace } from './in-common.ts';

export const copyPicture: Command = {
  id: 'file.copy-picture',
  label: { en: 'Copy the picture', zh: '复制画面' },
  place: resultPlace,
  icon: Clipboard,
  keywords: { en: 'clipboard image', zh: '剪贴板 图片' },
  undo: 'none',
  when: whetherPainting,
  run: viewer.copyPicture,
};
