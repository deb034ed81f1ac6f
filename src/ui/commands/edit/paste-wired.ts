import * as clipboard from '../../canvas/actions/clipboard.ts';
import type { Command } from '../command.ts';
import { clipboardPlace } from './in-common.ts';

export const pasteWired: Command = {
  id: 'edit.paste-wired',
  label: { en: 'Paste, wired as before', zh: '粘贴并保留外部连线' },
  summary: { en: 'Wires to what is around are made again.', zh: '重新接上与周围节点的连线。' },
  place: clipboardPlace,
  keys: ['Mod+Shift+V'],
  undo: 'step',
  run: () => clipboard.paste({ keepOuterLinks: true }),
};
