/** The menus, their submenus and groups, in the order in which they are shown. */
import type { Text } from '../../language/text.ts';

export const menuTitles = {
  file: { en: 'File', zh: '文件' },
  edit: { en: 'Edit', zh: '编辑' },
  view: { en: 'View', zh: '视图' },
  insert: { en: 'Insert', zh: '插入' },
  run: { en: 'Run', zh: '运行' },
  help: { en: 'Help', zh: '帮助' },
} as const satisfies Record<string, Text>;

export type MenuId = keyof typeof menuTitles;

export const menuIds = Object.keys(menuTitles) as MenuId[];

export const submenuTitles = {
  examples: { en: 'Examples', zh: '示例' },
  export: { en: 'Export', zh: '导出' },
  align: { en: 'Align', zh: '对齐' },
  focus: { en: 'Go to', zh: '转到' },
  theme: { en: 'Theme', zh: '主题' },
  language: { en: 'Language', zh: '语言' },
  lenses: { en: 'Look inside', zh: '看看里面' },
} as const satisfies Record<string, Text>;

export type SubmenuId = keyof typeof submenuTitles;

/** A line parts the groups of a menu. A group with a heading is called by its heading. */
export type GroupId =
  | 'document'
  | 'presets'
  | 'result'
  | 'share'
  | 'pictures'
  | 'history'
  | 'clipboard'
  | 'selection'
  | 'flow'
  | 'arrange'
  | 'wires'
  | 'zoom'
  | 'panels'
  | 'page'
  | 'notes'
  | 'playing'
  | 'beginning'
  | 'runs'
  | 'finding'
  | 'lenses'
  | 'learning'
  | Text;
