import { builtInPresets, openBuiltIn } from '../../presets/built-in.ts';
import type { Command } from '../command.ts';
import { presetsPlace } from './in-common.ts';

/** One for each preset that ships. */
export const exampleCommands: readonly Command[] = builtInPresets.map(preset => ({
  id: `file.example-${preset.name}`,
  label: preset.title,
  place: { ...presetsPlace, submenu: 'examples' },
  keywords: {
    en: `preset template example ${preset.summary.en}`,
    zh: `预设 模板 示例 ${preset.summary.zh}`,
  },
  undo: 'none',
  run: () => openBuiltIn(preset),
}));
