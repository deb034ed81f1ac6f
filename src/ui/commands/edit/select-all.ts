import { SquareDashedMousePointer } from 'lucide-react';
import { message } from '../../../language/message.ts';
import { select } from '../../state/editor.ts';
import { type Command, possibleIf } from '../command.ts';

export const selectAll: Command = {
  id: 'edit.select-all',
  label: { en: 'Select all', zh: '全选' },
  place: { menu: 'edit', group: 'selection' },
  contextMenus: ['canvas'],
  icon: SquareDashedMousePointer,
  keys: ['Mod+A'],
  undo: 'none',
  when: ({ document }) => possibleIf(Object.keys(document.nodes).length > 0, message('command.no-nodes')),
  run: ({ document }) =>
    select({
      nodes: new Set(Object.keys(document.nodes)),
      edges: new Set(Object.keys(document.edges)),
      frames: new Set(Object.keys(document.frames ?? {})),
      notes: new Set(Object.keys(document.notes ?? {})),
    }),
};
