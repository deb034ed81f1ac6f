import { Spline } from 'lucide-react';
import { message } from '../../../language/message.ts';
import * as bends from '../../canvas/bends.ts';
import { shownFlow } from '../../canvas/flow.ts';
import { type Command, possibleIf } from '../command.ts';
import { wiresPlace } from './in-common.ts';

export const addBend: Command = {
  id: 'edit.add-bend',
  label: { en: 'Add a bend', zh: '添加折点' },
  labelNow: ({ pointed }) => (pointed?.type === 'wire' ? message('command.add-bend-here') : addBend.label),
  place: wiresPlace,
  contextMenus: ['wire'],
  icon: Spline,
  keys: ['B'],
  keywords: { en: 'wire reroute point lead', zh: '连线 改道 绕行' },
  undo: 'step',
  when: ({ selection }) => possibleIf(selection.edges.size === 1, message('command.no-wire-selected')),
  run: ({ pointed, selection }) => {
    const [selected] = selection.edges;
    if (pointed?.type === 'wire') {
      const at = shownFlow()?.screenToFlowPosition({ ...pointed.at }, { snapToGrid: false });
      if (at) bends.addBend(pointed.id, at);
    } else if (selected !== undefined) bends.addBendInMiddle(selected);
  },
};
