import { Play, RotateCcw, StepForward } from 'lucide-react';
import type { Command } from '../command.ts';
import { isPlaying, isUnderWay, runsMeant, whetherPainting, whetherUnfinished } from './playing.ts';

/** The connection is loaded after the canvas is shown, and not for the sake of a menu. */
const connected = async () => (await import('../../painting/connection.ts')).client();

export const play: Command = {
  id: 'run.play',
  label: { en: 'Paint or pause', zh: '绘制或暂停' },
  labelNow: context =>
    isPlaying(context) ? { en: 'Pause', zh: '暂停' } : { en: 'Go on painting', zh: '继续绘制' },
  place: { menu: 'run', group: 'playing' },
  icon: Play,
  keys: ['Space'],
  keywords: { en: 'play stop run resume', zh: '播放 停止 运行 恢复' },
  undo: 'none',
  when: whetherUnfinished,
  async run(context) {
    const client = await connected();
    const runs = runsMeant(context);
    const underWay = runs.filter(isUnderWay);
    for (const { optimiser } of underWay) client?.pause(optimiser);
    if (underWay.length === 0) for (const { optimiser } of runs) client?.play(optimiser);
  },
};

export const step: Command = {
  id: 'run.step',
  label: { en: 'One iteration', zh: '单步迭代' },
  place: { menu: 'run', group: 'playing' },
  icon: StepForward,
  keys: ['.'],
  keywords: { en: 'step next single', zh: '步进 下一步' },
  undo: 'none',
  when: whetherUnfinished,
  async run(context) {
    const client = await connected();
    for (const { optimiser } of runsMeant(context)) client?.step(optimiser);
  },
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
  async run(context) {
    const client = await connected();
    for (const { optimiser } of runsMeant(context)) client?.restart(optimiser);
  },
};
