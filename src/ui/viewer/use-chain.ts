import { useShallow } from 'zustand/react/shallow';
import type { NodeId } from '../../graph/document.ts';
import { own } from '../../graph/own.ts';
import { useEditor } from '../state/editor.ts';
import { type RunFacts, usePainting } from '../state/painting.ts';
import { type Progress, progressOf, runAtWork } from './transport.ts';
import { optimisersBehind } from './viewed.ts';

export interface Chain {
  readonly progress: Progress;
  /** The run whose numbers are told. */
  readonly run: RunFacts | undefined;
}

/** How the painting of an optimiser gets on, with those that it starts from. */
export function useChain(optimiser: NodeId | undefined): Chain {
  const chain = useEditor(
    useShallow(({ history }) =>
      optimiser === undefined ? [] : optimisersBehind(history.document, optimiser),
    ),
  );
  const progress = usePainting(({ runs }) => progressOf(runs, chain));
  const run = usePainting(({ runs }) => runAtWork(runs, chain));
  return { progress, run };
}

/** The number of the iteration that a run has arrived at. */
export function useIteration(run: RunFacts | undefined): number {
  return usePainting(({ iterations }) =>
    run ? (own(iterations, run.optimiser)?.iteration ?? run.iteration) : 0,
  );
}
