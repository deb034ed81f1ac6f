import { Redo2 } from 'lucide-react';
import { message } from '../../../language/message.ts';
import { redo as redoStep } from '../../state/editor.ts';
import { type Command, possibleIf } from '../command.ts';

export const redo: Command = {
  id: 'edit.redo',
  label: { en: 'Redo', zh: '重做' },
  labelNow: ({ history }) => {
    const step = history.future.at(-1);
    return step ? message('command.redo', { step: step.label }) : redo.label;
  },
  place: { menu: 'edit', group: 'history' },
  icon: Redo2,
  keys: ['Mod+Shift+Z', 'Mod+Y'],
  keywords: { en: 'forward again', zh: '前进' },
  undo: 'none',
  when: ({ history }) => possibleIf(history.future.length > 0, message('command.nothing-to-redo')),
  run: redoStep,
};
