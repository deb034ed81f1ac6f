import { useState } from 'react';
import type { NodeId } from '../../../graph/document.ts';
import { message } from '../../../language/message.ts';
import { connected } from '../../painting/connected.ts';
import { refuse } from '../../state/notices.ts';

/** Steps of one loss alone that were taken, and the way back from the first of them. */
export interface Trial {
  readonly name: string;
  readonly count: number;
  readonly way: string;
}

/** Tries steps of one loss alone. The picture from before is kept, and is one click away. */
export function useTrial(optimiser: NodeId) {
  const [trial, setTrial] = useState<Trial>();
  const step = async (name: string, terms: readonly string[]) => {
    const way = await (await connected())?.stepAlone(optimiser, terms);
    if (way === undefined) return;
    setTrial(before => ({
      name,
      way: before?.way ?? way,
      count: before?.name === name ? before.count + 1 : 1,
    }));
  };
  const back = async () => {
    if (!trial) return;
    setTrial(undefined);
    if (!(await (await connected())?.goTo(optimiser, trial.way))) refuse(message('viewer.checkpoint-gone'));
  };
  return { trial, step, back, forget: () => setTrial(undefined) };
}
