import { Minus, Spline, Waypoints, X } from 'lucide-react';
import { own } from '../../../graph/own.ts';
import { message } from '../../../language/message.ts';
import type { Result } from '../../../language/result.ts';
import { selectNextWire } from '../../canvas/actions/next-wire.ts';
import { addBend, addBendInMiddle, bendsOf, removeBend, straighten } from '../../canvas/bends.ts';
import { shownFlow } from '../../canvas/flow.ts';
import { type Command, possibleIf } from '../command.ts';
import type { CommandContext } from '../context.ts';

const place = { menu: 'edit', group: 'wires' } as const;

const whenOneWire = ({ selection }: CommandContext): Result<undefined> =>
  possibleIf(selection.edges.size === 1, message('command.no-wire-selected'));

const whenBent = ({ document, selection }: CommandContext): Result<undefined> =>
  possibleIf(
    [...selection.edges].some(id => own(document.edges, id)?.via),
    message('command.no-bends'),
  );

const add: Command = {
  id: 'edit.add-bend',
  label: { en: 'Add a bend', zh: '添加折点' },
  labelNow: ({ pointed }) => (pointed?.type === 'wire' ? message('command.add-bend-here') : add.label),
  place,
  contextMenus: ['wire'],
  icon: Spline,
  keys: ['B'],
  keywords: { en: 'wire reroute point lead', zh: '连线 改道 绕行' },
  undo: 'step',
  when: whenOneWire,
  run: ({ pointed, selection }) => {
    const [selected] = selection.edges;
    if (pointed?.type === 'wire') {
      const at = shownFlow()?.screenToFlowPosition({ ...pointed.at }, { snapToGrid: false });
      if (at) addBend(pointed.id, at);
    } else if (selected !== undefined) addBendInMiddle(selected);
  },
};

const remove: Command = {
  id: 'edit.remove-bend',
  label: { en: 'Remove the last bend', zh: '移除最后一个折点' },
  labelNow: ({ pointed }) => (pointed?.type === 'bend' ? message('command.remove-bend') : remove.label),
  place,
  contextMenus: ['bend'],
  icon: X,
  undo: 'step',
  when: whenBent,
  run: ({ pointed, selection }) => {
    if (pointed?.type === 'bend') removeBend(pointed.id, pointed.index);
    else for (const id of selection.edges) removeBend(id, bendsOf(id).length - 1);
  },
};

export const wireCommands: readonly Command[] = [
  {
    id: 'edit.next-wire',
    label: { en: 'Select the next wire of the node', zh: '选择节点的下一条连线' },
    place,
    icon: Waypoints,
    keys: ['W'],
    keywords: { en: 'edge link', zh: '边 连接' },
    undo: 'none',
    when: ({ selection: { nodes, edges } }) =>
      possibleIf(nodes.size + edges.size === 1, message('command.select-one-node')),
    run: selectNextWire,
  },
  add,
  remove,
  {
    id: 'edit.straighten',
    label: { en: 'Remove all bends of this wire', zh: '移除这条连线的所有折点' },
    place,
    contextMenus: ['wire', 'bend'],
    icon: Minus,
    keywords: { en: 'straighten reroute', zh: '拉直' },
    undo: 'step',
    when: whenBent,
    run: ({ selection }) => straighten(selection.edges),
  },
];
