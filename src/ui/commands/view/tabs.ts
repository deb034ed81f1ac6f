/** What is shown in the place beside the graph that several share. */
import { History, Images, PanelRight } from 'lucide-react';
import { showTab, useShownTab } from '../../layout/shown-tab.ts';
import type { Command } from '../command.ts';
import { panelsPlace } from './in-common.ts';

const tabs = [
  { tab: 'inspector', label: { en: 'Inspector', zh: '检查器' }, icon: PanelRight },
  { tab: 'runs', label: { en: 'Runs', zh: '运行记录' }, icon: Images },
  { tab: 'history', label: { en: 'History', zh: '历史' }, icon: History },
] as const;

export const tabCommands: readonly Command[] = tabs.map(({ tab, label, icon }) => ({
  id: `view.${tab}`,
  label,
  place: panelsPlace,
  icon,
  keywords: { en: 'panel show', zh: '面板 显示' },
  undo: 'none',
  isOn: () => (useShownTab.getState().tab ?? 'inspector') === tab,
  run: () => showTab(tab),
}));
