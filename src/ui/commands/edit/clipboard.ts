import { ClipboardPaste, Copy, CopyPlus, Scissors } from 'lucide-react';
import { copySelection, cutSelection, paste } from '../../canvas/actions/clipboard.ts';
import { duplicateSelection } from '../../canvas/actions/duplicate.ts';
import type { Command } from '../command.ts';
import { whenThingsSelected } from '../selected.ts';

const place = { menu: 'edit', group: 'clipboard' } as const;
const things = ['node', 'frame', 'note'] as const;

export const clipboardCommands: readonly Command[] = [
  {
    id: 'edit.cut',
    label: { en: 'Cut', zh: '剪切' },
    place,
    contextMenus: things,
    icon: Scissors,
    keys: ['Mod+X'],
    heardBy: 'browser',
    undo: 'step',
    when: whenThingsSelected,
    run: cutSelection,
  },
  {
    id: 'edit.copy',
    label: { en: 'Copy', zh: '复制' },
    place,
    contextMenus: things,
    icon: Copy,
    keys: ['Mod+C'],
    heardBy: 'browser',
    undo: 'none',
    when: whenThingsSelected,
    run: copySelection,
  },
  {
    id: 'edit.paste',
    label: { en: 'Paste', zh: '粘贴' },
    place,
    contextMenus: ['canvas'],
    icon: ClipboardPaste,
    keys: ['Mod+V'],
    heardBy: 'browser',
    undo: 'step',
    run: () => paste(),
  },
  {
    id: 'edit.paste-wired',
    label: { en: 'Paste, wired as before', zh: '粘贴并保留外部连线' },
    summary: { en: 'Wires to what is around are made again.', zh: '重新接上与周围节点的连线。' },
    place,
    keys: ['Mod+Shift+V'],
    undo: 'step',
    run: () => paste({ keepOuterLinks: true }),
  },
  {
    id: 'edit.duplicate',
    label: { en: 'Duplicate', zh: '再制' },
    place,
    contextMenus: things,
    icon: CopyPlus,
    keys: ['Mod+D'],
    keywords: { en: 'copy clone twice', zh: '复制 克隆' },
    undo: 'step',
    when: whenThingsSelected,
    run: () => duplicateSelection(),
  },
  {
    id: 'edit.duplicate-wired',
    label: { en: 'Duplicate, wired as before', zh: '再制并保留外部连线' },
    place,
    keys: ['Mod+Shift+D'],
    keywords: { en: 'copy clone links', zh: '复制 克隆 连线' },
    undo: 'step',
    when: whenThingsSelected,
    run: () => duplicateSelection({ keepOuterLinks: true }),
  },
];
