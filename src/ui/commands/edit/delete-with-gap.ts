import { deleteSelection } from '../../canvas/actions/delete.ts';
import type { Command } from '../command.ts';
import { whenNodesSelected } from '../selected.ts';
import { clipboardPlace } from './in-common.ts';

export const removeWithGap: Command = {
  id: 'edit.delete-with-gap',
  label: { en: 'Delete and leave the gap', zh: '删除并保留断口' },
  place: clipboardPlace,
  keys: ['Alt+Delete'],
  keywords: { en: 'remove without healing', zh: '移除 不接合' },
  undo: 'step',
  when: whenNodesSelected,
  run: () => deleteSelection({ heals: false }),
};
