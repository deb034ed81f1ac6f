import { StickyNote } from 'lucide-react';
import { addNote } from '../../canvas/actions/note.ts';
import { shownFlow } from '../../canvas/flow.ts';
import type { Command } from '../command.ts';

export const note: Command = {
  id: 'insert.note',
  label: { en: 'Note', zh: '便笺' },
  place: { menu: 'insert', group: 'notes' },
  contextMenus: ['canvas'],
  icon: StickyNote,
  keys: ['Shift+N'],
  keywords: { en: 'comment text markdown', zh: '注释 文字' },
  undo: 'step',
  run: ({ pointed }) => addNote(pointed && shownFlow()?.screenToFlowPosition({ ...pointed.at })),
};
