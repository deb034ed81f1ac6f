import { Sigma } from 'lucide-react';
import { message } from '../../../language/message.ts';
import { hasFormula, turnOver, useTurned } from '../../nodes/formula/turned.ts';
import { type Command, possibleIf } from '../command.ts';
import { panelsPlace } from './in-common.ts';

export const turnOverNodes: Command = {
  id: 'view.turn-over',
  label: { en: 'Formula with its numbers', zh: '公式与其中的数值' },
  summary: { en: 'Turns the selected nodes over, and back', zh: '翻转所选节点，再翻回来' },
  place: panelsPlace,
  contextMenus: ['node'],
  icon: Sigma,
  keys: ['E'],
  keywords: { en: 'equation latex turn over back lens', zh: '方程 公式 翻面 透镜' },
  undo: 'none',
  isOn: ({ selection }) => [...selection.nodes].some(id => useTurned.getState().nodes.has(id)),
  when: ({ selection }) => possibleIf([...selection.nodes].some(hasFormula), message('formula-face.none')),
  run: ({ selection }) => turnOver([...selection.nodes]),
};
