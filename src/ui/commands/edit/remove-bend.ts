import { X } from 'lucide-react';
import { message } from '../../../language/message.ts';
import * as bends from '../../canvas/bends.ts';
import type { Command } from '../command.ts';
import { whenBent, wiresPlace } from './in-common.ts';

export const removeBend: Command = {
  id: 'edit.remove-bend',
  label: { en: 'Remove the last bend', zh: '移除最后一个折点' },
  labelNow: ({ pointed }) => (pointed?.type === 'bend' ? message('command.remove-bend') : removeBend.label),
  place: wiresPlace,
  contextMenus: ['bend'],
  icon: X,
  undo: 'step',
  when: whenBent,
  run: ({ pointed, selection }) => {
    if (pointed?.type === 'bend') bends.removeBend(pointed.id, pointed.index);
    else for (const id of selection.edges) bends.removeBend(id, bends.bendsOf(id).length - 1);
  },
};
