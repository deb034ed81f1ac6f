/** The gallery, a preset made of what is open, and each preset that ships by its name. */
import { BookmarkPlus, GalleryVerticalEnd } from 'lucide-react';
import { builtInPresets, openBuiltIn } from '../../presets/built-in.ts';
import { openGallery, openSavePreset } from '../../presets/presets-dialogs.ts';
import type { Command } from '../command.ts';

const place = { menu: 'file', group: 'presets' } as const;

const gallery: Command = {
  id: 'file.presets',
  label: { en: 'Presets…', zh: '预设…' },
  summary: { en: 'Graphs to begin with, yours and ours', zh: '可以从它们开始的图：自带的与自己的' },
  place,
  icon: GalleryVerticalEnd,
  keys: ['Alt+P'],
  keywords: { en: 'gallery examples templates samples', zh: '图库 示例 模板 样例' },
  undo: 'none',
  run: openGallery,
};

const save: Command = {
  id: 'file.save-preset',
  label: { en: 'Save as a preset…', zh: '保存为预设…' },
  summary: { en: 'The graph, or what is selected in it', zh: '整张图，或其中选中的部分' },
  place,
  contextMenus: ['node', 'frame'],
  icon: BookmarkPlus,
  keywords: { en: 'template reuse group sub-graph keep', zh: '模板 复用 组 子图 保留' },
  undo: 'none',
  run: openSavePreset,
};

const examples = builtInPresets.map(
  (preset): Command => ({
    id: `file.example-${preset.name}`,
    label: preset.title,
    place: { ...place, submenu: 'examples' },
    keywords: {
      en: `preset template example ${preset.summary.en}`,
      zh: `预设 模板 示例 ${preset.summary.zh}`,
    },
    undo: 'none',
    run: () => openBuiltIn(preset),
  }),
);

export const presetCommands: readonly Command[] = [gallery, ...examples, save];
