import { Grid3x3 } from 'lucide-react';
import { showSweepDialog } from '../../runs/runs-dialogs-store.ts';
import type { Command } from '../command.ts';
import { whetherPainting } from './playing.ts';

export const sweep: Command = {
  id: 'run.sweep',
  label: { en: 'Sweep parameters…', zh: '扫描参数…' },
  summary: { en: 'Paint one graph for many values.', zh: '用多组取值绘制同一张图。' },
  place: { menu: 'run', group: 'runs' },
  icon: Grid3x3,
  keywords: { en: 'grid vary try many', zh: '网格 变化 尝试' },
  undo: 'none',
  when: whetherPainting,
  run: showSweepDialog,
};
