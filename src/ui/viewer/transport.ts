/** What the buttons under the picture do: to the optimiser that is looked at, and to those that it starts from. */

import type { GraphDocument, NodeId } from '../../graph/document.ts';
import { own } from '../../graph/own.ts';
import { message } from '../../language/message.ts';
import { connected } from '../painting/connected.ts';
import { act, openDocument } from '../state/editor.ts';
import { refuse } from '../state/notices.ts';
import { type PaintingState, type RunFacts, usePainting } from '../state/painting.ts';
import { optimisersBehind } from './viewed.ts';
import { type Scrub, useViewer } from './viewer-state.ts';

/** How a painting gets on that may take several optimisers. */
export type Progress = 'nothing' | 'waiting' | 'playing' | 'paused' | 'failed' | 'done';

const isGoing = ({ state }: RunFacts) => state === 'running' || state === 'preparing';

/** The run that is at work: of the nearest optimiser that has begun and has not arrived, else of the nearest. */
export function runAtWork(runs: PaintingState['runs'], chain: readonly NodeId[]): RunFacts | undefined {
  const there = chain.flatMap(id => own(runs, id) ?? []);
  return there.find(run => run.state !== 'waiting' && run.state !== 'done') ?? there[0];
}

export function progressOf(runs: PaintingState['runs'], chain: readonly NodeId[]): Progress {
  const there = chain.flatMap(id => own(runs, id) ?? []);
  const [nearest] = there;
  if (!nearest) return 'nothing';
  if (there.some(isGoing)) return 'playing';
  if (there.some(({ state }) => state === 'failed')) return 'failed';
  if (there.some(({ state }) => state === 'paused')) return 'paused';
  return nearest.state === 'done' ? 'done' : 'waiting';
}

const chainOf = (optimiser: NodeId, document: GraphDocument = openDocument()) =>
  optimisersBehind(document, optimiser);

/** Pauses what paints, goes on with what is paused, tries again what failed, paints on what is done. */
export async function playOrPause(optimiser: NodeId): Promise<void> {
  const chain = chainOf(optimiser);
  const progress = progressOf(usePainting.getState().runs, chain);
  if (progress === 'done') return paintOn(optimiser);
  const client = await connected();
  for (const id of chain) {
    if (progress === 'playing') client?.pause(id);
    else client?.play(id);
  }
  useViewer.setState({ scrub: undefined });
}

/** As many iterations again as there were: an edit, so that the document still tells what was painted. */
async function paintOn(optimiser: NodeId): Promise<void> {
  const run = own(usePainting.getState().runs, optimiser);
  if (!run) return;
  const edit = {
    type: 'set-parameter',
    node: optimiser,
    param: 'iterations',
    value: 2 * run.iteration,
  } as const;
  const done = act([edit], { label: message('viewer.paint-on', { count: run.iteration }) });
  if (!done.ok) refuse(done.reason);
  (await connected())?.play(optimiser);
  useViewer.setState({ scrub: undefined });
}

/** One more iteration of the one that is at work. */
export async function stepOnce(optimiser: NodeId): Promise<void> {
  const run = runAtWork(usePainting.getState().runs, chainOf(optimiser));
  (await connected())?.step(run?.optimiser ?? optimiser);
  useViewer.setState({ scrub: undefined });
}

export async function beginAgain(optimiser: NodeId): Promise<void> {
  const client = await connected();
  for (const id of chainOf(optimiser)) client?.restart(id);
  useViewer.setState({ scrub: undefined });
}

/** Goes to a checkpoint, and on from there. */
export async function paintOnFrom({ optimiser, id }: Scrub): Promise<void> {
  const client = await connected();
  if (!client) return;
  if (await client.goTo(optimiser, id)) {
    client.play(optimiser);
    useViewer.setState({ scrub: undefined });
    return;
  }
  // Another worker has begun since, or there was no more room for it.
  refuse(message('viewer.checkpoint-gone'));
  const checkpoints = await client.checkpoints(optimiser);
  usePainting.setState(state => ({ checkpoints: { ...state.checkpoints, [optimiser]: checkpoints } }));
  useViewer.setState({ scrub: undefined });
}
