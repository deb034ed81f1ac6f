import { duplicateSelection } from '../../canvas/actions/duplicate.ts';
import type { Command } from '../command.ts';
import { whenThingsSelected } from '../selected.ts';
import { clipboardPlace } from './in-common.ts';

export const duplicateWired: Command = {
  id: 'edit.duplicate-wired',
  label: { en: 'Duplicate, wired as before', zh: '再制并保留外部连线' },
  place: clipboardPlace,
  keys: ['Mod+Shift+D'],
  keywords: { en: 'copy clone links', zh: '复制 克隆 连线' },
  undo: 'step',
  when: whenThingsSelected,
  run: () => duplicateSelection({ keepOuterLinks: true }),
};
