import { Columns2, Grid3x3 } from 'lucide-react';
import { message } from '../../../language/message.ts';
import { runsToCompare, showCompareDialog, showSweepDialog } from '../../runs/runs-dialogs-store.ts';
import { type Command, possibleIf } from '../command.ts';
import { whetherPainting } from './playing.ts';

export const runsCommands: readonly Command[] = [
  {
    id: 'run.sweep',
    label: { en: 'Sweep parameters…', zh: '扫描参数…' },
    summary: { en: 'Paint one graph for many values.', zh: '用多组取值绘制同一张图。' },
    place: { menu: 'run', group: 'runs' },
    icon: Grid3x3,
    keywords: { en: 'grid vary try many', zh: '网格 变化 尝试' },
    undo: 'none',
    when: whetherPainting,
    run: showSweepDialog,
  },
  {
    id: 'run.compare',
    label: { en: 'Compare two runs…', zh: '比较两次运行…' },
    place: { menu: 'run', group: 'runs' },
    icon: Columns2,
    keywords: { en: 'difference before after', zh: '差别 前后' },
    undo: 'none',
    when: () => possibleIf(runsToCompare() !== undefined, message('command.no-two-runs')),
    run: () => void showCompareDialog(),
  },
];
