import type { NodeId } from '../../../graph/document.ts';
import { message } from '../../../language/message.ts';
import type { LensOfNode } from '../../lenses/lens.ts';
import { openLens } from '../../lenses/lens-state.ts';
import { lensesOfNodes } from '../../lenses/lenses.ts';
import { type Command, possibleIf } from '../command.ts';
import type { CommandContext } from '../context.ts';

/** The node that is pointed at or that alone is selected, where the lens suits it; else the first that it suits. */
function nodeFor(lens: LensOfNode, { document, selection, pointed }: CommandContext): NodeId | undefined {
  const [selected, ...more] = selection.nodes;
  const meant = pointed?.type === 'node' ? pointed.id : more.length === 0 ? selected : undefined;
  if (meant !== undefined) return lens.suits(document, meant) ? meant : undefined;
  return Object.keys(document.nodes).find(node => lens.suits(document, node));
}

/** One for each lens. */
export const lensCommands: readonly Command[] = lensesOfNodes.map(lens => ({
  id: `view.lens-${lens.id}`,
  label: lens.title,
  summary: lens.summary,
  place: { menu: 'view', group: 'lenses', submenu: 'lenses' },
  contextMenus: ['node'],
  icon: lens.icon,
  keywords: lens.keywords,
  ...(lens.keys && { keys: lens.keys }),
  undo: 'none',
  when: context =>
    possibleIf(nodeFor(lens, context) !== undefined, lens.nothing ?? message('lens-window.nothing-here')),
  run: context => {
    const node = nodeFor(lens, context);
    if (node !== undefined) openLens(lens.id, node);
  },
}));
