import { Locate } from 'lucide-react';
import { message } from '../../../language/message.ts';
import { placeAtHand, seePointer } from '../../canvas/flow.ts';
import { ask } from '../../canvas/node-search/node-search-state.ts';
import { type Command, possibleIf } from '../command.ts';
import { zoomPlace } from './in-common.ts';

export const goToNode: Command = {
  id: 'view.go-to-node',
  label: { en: 'Go to a node…', zh: '转到节点…' },
  place: zoomPlace,
  icon: Locate,
  keys: ['Mod+F'],
  keywords: { en: 'find search', zh: '查找 搜索' },
  undo: 'none',
  when: ({ document }) => possibleIf(Object.keys(document.nodes).length > 0, message('command.no-nodes')),
  run: () => {
    seePointer(undefined);
    ask({ type: 'node', at: placeAtHand() });
  },
};
