import { Play } from 'lucide-react';
import { playOrPause } from '../../viewer/transport.ts';
import type { Command } from '../command.ts';
import { progressNow, whetherPainting, withOptimiser } from './playing.ts';

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
