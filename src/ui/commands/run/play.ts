import { Play, RotateCcw, StepForward } from 'lucide-react';
import type { NodeId } from '../../../graph/document.ts';
import { beginAgain, playOrPause, stepOnce } from '../../viewer/transport.ts';
import type { Command } from '../command.ts';
import type { CommandContext } from '../context.ts';
import { optimiserMeant, progressNow, whetherPainting } from './playing.ts';

const withOptimiser = (act: (optimiser: NodeId) => Promise<void>) => async (context: CommandContext) => {
  const optimiser = optimiserMeant(context);
  if (optimiser !== undefined) await act(optimiser);
};

export const play: Command = {
  id: 'run.play',
  label: { en: 'Paint or pause', zh: '绘制或暂停' },
  labelNow: context =>
    progressNow(context) === 'playing' ? { en: 'Pause', zh: '暂停' } : { en: 'Paint on', zh: '继续绘制' },
  place: { menu: 'run', group: 'playing' },
  icon: Play,
  keys: ['Space'],
  keywords: { en: 'play stop run resume', zh: '播放 停止 运行 恢复' },
  // A finished painting is given more iterations, which is an edit of the document.
  undo: 'step',
  when: whetherPainting,
  run: withOptimiser(playOrPause),
};

export const step: Command = {
  id: 'run.step',
  label: { en: 'One iteration', zh: '单步迭代' },
  place: { menu: 'run', group: 'playing' },
  icon: StepForward,
  keys: ['.'],
  keywords: { en: 'step next single', zh: '步进 下一步' },
  undo: 'none',
  when: whetherPainting,
  run: withOptimiser(stepOnce),
};

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
