import { BookmarkPlus } from 'lucide-react';
import { openSavePreset } from '../../presets/presets-dialogs.ts';
import type { Command } from '../command.ts';
import { presetsPlace } from './in-common.ts';

export const savePreset: Command = {
  id: 'file.save-preset',
  label: { en: 'Save as a preset…', zh: '保存为预设…' },
  summary: { en: 'The graph, or what is selected in it', zh: '整张图，或其中选中的部分' },
  place: presetsPlace,
  contextMenus: ['node', 'frame'],
  icon: BookmarkPlus,
  keywords: { en: 'template reuse group sub-graph keep', zh: '模板 复用 组 子图 保留' },
  undo: 'none',
  run: openSavePreset,
};
