import { Group, StickyNote } from 'lucide-react';
import { groupSelection } from '../../canvas/actions/group.ts';
import { addNote } from '../../canvas/actions/note.ts';
import { shownFlow } from '../../canvas/flow.ts';
import type { Command } from '../command.ts';
import { whenThingsSelected } from '../selected.ts';

export const annotationCommands: readonly Command[] = [
  {
    id: 'insert.group',
    label: { en: 'Group with a title', zh: '编组并加标题' },
    place: { menu: 'insert', group: 'notes' },
    contextMenus: ['node'],
    icon: Group,
    keys: ['Mod+G'],
    keywords: { en: 'frame box', zh: '框 分组' },
    undo: 'step',
    when: whenThingsSelected,
    run: groupSelection,
  },
  {
    id: 'insert.note',
    label: { en: 'Note', zh: '便笺' },
    place: { menu: 'insert', group: 'notes' },
    contextMenus: ['canvas'],
    icon: StickyNote,
    keys: ['Shift+N'],
    keywords: { en: 'comment text markdown', zh: '注释 文字' },
    undo: 'step',
    run: ({ pointed }) => addNote(pointed && shownFlow()?.screenToFlowPosition({ ...pointed.at })),
  },
];
