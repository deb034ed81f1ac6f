import { GalleryVerticalEnd } from 'lucide-react';
import { openGallery } from '../../presets/presets-dialogs.ts';
import type { Command } from '../command.ts';
import { presetsPlace } from './in-common.ts';

export const presets: Command = {
  id: 'file.presets',
  label: { en: 'Presets…', zh: '预设…' },
  summary: { en: 'Graphs to begin with, yours and ours', zh: '可以从它们开始的图：自带的与自己的' },
  place: presetsPlace,
  icon: GalleryVerticalEnd,
  keys: ['Alt+P'],
  keywords: { en: 'gallery examples templates samples', zh: '图库 示例 模板 样例' },
  undo: 'none',
  run: openGallery,
};
