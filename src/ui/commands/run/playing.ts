/** What the commands of painting ask: which optimisers are there, and how they get on. */
import { message } from '../../../language/message.ts';
import { failure, type Result } from '../../../language/result.ts';
import type { RunFacts } from '../../state/painting.ts';
import { possible } from '../command.ts';
import type { CommandContext } from '../context.ts';

/** The runs that a command is for: of the optimisers that are selected, or of all. */
export function runsMeant({ painting, selection }: CommandContext): readonly RunFacts[] {
  const runs = Object.values(painting.runs);
  const selected = runs.filter(({ optimiser }) => selection.nodes.has(optimiser));
  return selected.length > 0 ? selected : runs;
}

export const isUnderWay = ({ state }: RunFacts): boolean =>
  state === 'running' || state === 'preparing' || state === 'waiting';

export const isPlaying = (context: CommandContext): boolean => runsMeant(context).some(isUnderWay);

/** Whether there is anything that paints, or why not. */
export function whetherPainting(context: CommandContext): Result<undefined> {
  const { worker } = context.painting;
  if (worker.type === 'starting') return failure(message('editor.loading'));
  if (worker.type === 'stopped') return failure(worker.reason);
  return runsMeant(context).length > 0 ? possible : failure(message('command.nothing-paints'));
}

/** Whether something is left to paint, or why not. */
export function whetherUnfinished(context: CommandContext): Result<undefined> {
  const whether = whetherPainting(context);
  if (!whether.ok) return whether;
  return runsMeant(context).every(({ state }) => state === 'done')
    ? failure(message('command.painted'))
    : possible;
}
