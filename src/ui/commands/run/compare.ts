import { Columns2 } from 'lucide-react';
import { message } from '../../../language/message.ts';
import { runsToCompare, showCompareDialog } from '../../runs/runs-dialogs-store.ts';
import { type Command, possibleIf } from '../command.ts';

export const compareRuns: Command = {
  id: 'run.compare',
  label: { en: 'Compare two runs…', zh: '比较两次运行…' },
  place: { menu: 'run', group: 'runs' },
  icon: Columns2,
  keywords: { en: 'difference before after', zh: '差别 前后' },
  undo: 'none',
  when: () => possibleIf(runsToCompare() !== undefined, message('command.no-two-runs')),
  run: () => void showCompareDialog(),
};
