/** What the commands of painting ask: of which optimiser, and how it gets on. */
import type { NodeId } from '../../../graph/document.ts';
import { message } from '../../../language/message.ts';
import { failure, type Result } from '../../../language/result.ts';
import { type Progress, progressOf } from '../../viewer/transport.ts';
import { optimisersBehind } from '../../viewer/viewed.ts';
import { useViewer, viewedOptimiser } from '../../viewer/viewer-state.ts';
import { possible } from '../command.ts';
import type { CommandContext } from '../context.ts';

/** The optimiser whose picture is looked at. */
export const optimiserMeant = ({ document }: CommandContext): NodeId | undefined =>
  viewedOptimiser(useViewer.getState(), document);

export function progressNow(context: CommandContext): Progress {
  const optimiser = optimiserMeant(context);
  if (optimiser === undefined) return 'nothing';
  return progressOf(context.painting.runs, optimisersBehind(context.document, optimiser));
}

/** Whether there is anything that paints, or why not. */
export function whetherPainting(context: CommandContext): Result<undefined> {
  const { worker } = context.painting;
  if (worker.type === 'starting') return failure(message('editor.loading'));
  if (worker.type === 'stopped') return failure(worker.reason);
  const progress = progressNow(context);
  return progress === 'nothing' || progress === 'waiting'
    ? failure(message('command.nothing-paints'))
    : possible;
}

/** Does `act` to the optimiser whose picture is looked at, where there is one. */
export const withOptimiser =
  (act: (optimiser: NodeId) => Promise<void>) => async (context: CommandContext) => {
    const optimiser = optimiserMeant(context);
    if (optimiser !== undefined) await act(optimiser);
  };
