import { nodeKinds } from '../../../nodes/registry.ts';
import { placeAtHand } from '../../canvas/flow.ts';
import { groupOf, groups } from '../../canvas/node-search/groups.ts';
import { placeNewNode } from '../../canvas/node-search/place-new-node.ts';
import type { Command } from '../command.ts';

/** One for each kind of node there is, by group. */
export const addNodeCommands: readonly Command[] = groups.flatMap(group =>
  nodeKinds.kinds
    .filter(kind => groupOf(kind) === group)
    .map(kind => ({
      id: `insert.node-${kind.kind}`,
      label: kind.title,
      summary: kind.summary,
      place: { menu: 'insert', group },
      keywords: { en: `add node insert ${kind.kind}`, zh: '添加 节点 插入' },
      undo: 'step',
      run: ({ pointed }) => placeNewNode(kind, pointed?.at ?? placeAtHand()),
    })),
);
