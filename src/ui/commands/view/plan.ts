import { ListTree } from 'lucide-react';
import { showPlan, usePlan } from '../../lenses/plan/plan-state.ts';
import type { Command } from '../command.ts';
import { panelsPlace } from './in-common.ts';

export const plan: Command = {
  id: 'view.plan',
  label: { en: 'The plan', zh: '执行计划' },
  summary: { en: 'What runs, in which order, at what cost', zh: '运行什么、顺序如何、代价多少' },
  place: panelsPlace,
  icon: ListTree,
  keywords: { en: 'compiler schedule memory flops ops lens', zh: '编译 调度 内存 运算 透镜' },
  undo: 'none',
  isOn: () => usePlan.getState().isOpen,
  run: () => showPlan(!usePlan.getState().isOpen),
};
