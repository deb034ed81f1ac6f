import { Waypoints } from 'lucide-react';
import { message } from '../../../language/message.ts';
import { selectNextWire } from '../../canvas/actions/next-wire.ts';
import { type Command, possibleIf } from '../command.ts';
import { wiresPlace } from './in-common.ts';

export const nextWire: Command = {
  id: 'edit.next-wire',
  label: { en: 'Select the next wire of the node', zh: '选择节点的下一条连线' },
  place: wiresPlace,
  icon: Waypoints,
  keys: ['W'],
  keywords: { en: 'edge link', zh: '边 连接' },
  undo: 'none',
  when: ({ selection: { nodes, edges } }) =>
    possibleIf(nodes.size + edges.size === 1, message('command.select-one-node')),
  run: selectNextWire,
};
