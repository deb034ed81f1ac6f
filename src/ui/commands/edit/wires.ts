import { Minus, Spline, Waypoints } from 'lucide-react';
import { own } from '../../../graph/own.ts';
import { message } from '../../../language/message.ts';
import { selectNextWire } from '../../canvas/actions/next-wire.ts';
import { addBend, addBendInMiddle, removeBend, straighten } from '../../canvas/bends.ts';
import { shownFlow } from '../../canvas/flow.ts';
import { type Command, possibleIf } from '../command.ts';
import type { CommandContext, Pointed } from '../context.ts';

const place = { menu: 'edit', group: 'wires' } as const;

const pointedWire = ({ pointed }: CommandContext): (Pointed & { readonly type: 'wire' }) | undefined =>
  pointed?.type === 'wire' ? pointed : undefined;

const bend: Command = {
  id: 'edit.bend',
  label: { en: 'Add a bend', zh: '添加折点' },
  labelNow: context => {
    const wire = pointedWire(context);
    if (!wire) return bend.label;
    return message(wire.bend === undefined ? 'command.add-bend-here' : 'command.remove-bend');
  },
  place,
  contextMenus: ['wire'],
  icon: Spline,
  keys: ['B'],
  keywords: { en: 'wire reroute point lead', zh: '连线 改道 绕行' },
  undo: 'step',
  when: ({ selection }) => possibleIf(selection.edges.size === 1, message('command.no-wire-selected')),
  run: context => {
    const [selected] = context.selection.edges;
    const wire = pointedWire(context);
    if (wire?.bend !== undefined) removeBend(wire.id, wire.bend);
    else if (wire) {
      const at = shownFlow()?.screenToFlowPosition({ ...wire.at }, { snapToGrid: false });
      if (at) addBend(wire.id, at);
    } else if (selected !== undefined) addBendInMiddle(selected);
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
  bend,
  {
    id: 'edit.straighten',
    label: { en: 'Remove all bends of this wire', zh: '移除这条连线的所有折点' },
    place,
    contextMenus: ['wire'],
    icon: Minus,
    keywords: { en: 'straighten reroute', zh: '拉直' },
    undo: 'step',
    when: ({ document, selection }) =>
      possibleIf(
        [...selection.edges].some(id => own(document.edges, id)?.via),
        message('command.no-bends'),
      ),
    run: ({ selection }) => straighten(selection.edges),
  },
];
