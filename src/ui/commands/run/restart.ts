import { RotateCcw } from 'lucide-react';
import { beginAgain } from '../../viewer/transport.ts';
import type { Command } from '../command.ts';
import { whetherPainting, withOptimiser } from './playing.ts';

export const restart: Command = {
  id: 'run.restart',
  label: { en: 'Begin again', zh: '重新开始' },
  place: { menu: 'run', group: 'beginning' },
  icon: RotateCcw,
  keys: ['Shift+R'],
  keywords: { en: 'restart reset', zh: '重启 重置' },
  undo: 'none',
  when: whetherPainting,
  run: withOptimiser(beginAgain),
};
