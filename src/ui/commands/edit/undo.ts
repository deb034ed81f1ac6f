import { Undo2 } from 'lucide-react';
import { message } from '../../../language/message.ts';
import { undo as undoStep } from '../../state/editor.ts';
import { type Command, possibleIf } from '../command.ts';

export const undo: Command = {
  id: 'edit.undo',
  label: { en: 'Undo', zh: '撤销' },
  labelNow: ({ history }) => {
    const step = history.past.at(-1);
    return step ? message('command.undo', { step: step.label }) : undo.label;
  },
  place: { menu: 'edit', group: 'history' },
  icon: Undo2,
  keys: ['Mod+Z'],
  keywords: { en: 'back revert', zh: '后退' },
  undo: 'none',
  when: ({ history }) => possibleIf(history.past.length > 0, message('command.nothing-to-undo')),
  run: undoStep,
};
