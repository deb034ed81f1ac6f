import { StepForward } from 'lucide-react';
import { stepOnce } from '../../viewer/transport.ts';
import type { Command } from '../command.ts';
import { whetherPainting, withOptimiser } from './playing.ts';

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
