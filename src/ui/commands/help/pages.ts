import { CircleHelp } from 'lucide-react';
import type { NodeKind } from '../../../graph/kind.ts';
import { own } from '../../../graph/own.ts';
import { message } from '../../../language/message.ts';
import { nodeKinds } from '../../../nodes/registry.ts';
import { openHelp } from '../../help/help-state.ts';
import type { Command } from '../command.ts';
import type { CommandContext } from '../context.ts';

/** The kind of the node that is pointed at, or that alone is selected. */
function kindMeant({ document, selection, pointed }: CommandContext): NodeKind | undefined {
  const [selected, ...more] = selection.nodes;
  const id = pointed?.type === 'node' ? pointed.id : more.length === 0 ? selected : undefined;
  return id === undefined ? undefined : nodeKinds.get(own(document.nodes, id)?.kind ?? '');
}

export const helpPages: Command = {
  id: 'help.pages',
  label: { en: 'Help and glossary', zh: '帮助与术语表' },
  labelNow: context => {
    const kind = kindMeant(context);
    return kind ? message('help.about-node', { what: kind.title }) : helpPages.label;
  },
  place: { menu: 'help', group: 'learning' },
  contextMenus: ['node'],
  icon: CircleHelp,
  keys: ['F1'],
  whileTyping: true,
  keywords: { en: 'documentation manual words terms node reference', zh: '文档 手册 词汇 术语 节点 参考' },
  undo: 'none',
  run: context => {
    const kind = kindMeant(context);
    openHelp(kind ? { type: 'node', kind: kind.kind } : { type: 'contents' });
  },
};
