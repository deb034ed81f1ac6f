/** What commands ask of the selection. */
import type { Flow } from '../../graph/document.ts';
import { own } from '../../graph/own.ts';
import { message } from '../../language/message.ts';
import type { Result } from '../../language/result.ts';
import { possibleIf } from './command.ts';
import type { CommandContext } from './context.ts';

/** Nodes, frames and notes. */
export const countOfThings = ({ selection: { nodes, frames, notes } }: CommandContext): number =>
  nodes.size + frames.size + notes.size;

export const whenAnySelected = (context: CommandContext): Result<undefined> =>
  possibleIf(countOfThings(context) + context.selection.edges.size > 0, message('command.nothing-selected'));

export const whenThingsSelected = (context: CommandContext): Result<undefined> =>
  possibleIf(countOfThings(context) > 0, message('command.no-node-selected'));

export const whenNodesSelected = ({ selection }: CommandContext): Result<undefined> =>
  possibleIf(selection.nodes.size > 0, message('command.no-node-selected'));

/** There are at least `count` things to line up. */
export const whenSeveralSelected =
  (count: number) =>
  (context: CommandContext): Result<undefined> =>
    possibleIf(countOfThings(context) >= count, message('command.select-more', { count }));

/** Every selected node is switched as `flow` says. */
export const allSelectedAre = ({ document, selection }: CommandContext, flow: Flow): boolean =>
  selection.nodes.size > 0 && [...selection.nodes].every(id => own(document.nodes, id)?.flow === flow);
