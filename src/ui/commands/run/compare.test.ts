import { expect, test } from 'vitest';
import type { RunEntry } from '../../runs/run-log.ts';
import { useRunsDialog } from '../../runs/runs-dialogs-store.ts';
import { useRuns } from '../../runs/runs-store.ts';
import { openDocument } from '../../state/editor.ts';
import { refusalOf, tried, tryOnDefaultDocument } from '../testing/trying.ts';
import { compareRuns } from './compare.ts';

tryOnDefaultDocument();

const entry = (id: string): RunEntry => ({
  id,
  document: openDocument(),
  startedAt: 0,
  painted: [{ optimiser: 'optimiser', iteration: 20, loss: 1 }],
  mixed: false,
  finished: true,
  pinned: false,
});

test('the newest two runs are compared, or those that are chosen', async () => {
  useRuns.setState({ log: { entries: [entry('a')] } });
  expect(refusalOf(compareRuns)).toBe('command.no-two-runs');
  useRuns.setState({ log: { entries: ['a', 'b', 'c'].map(entry) } });
  await tried(compareRuns);
  expect(useRunsDialog.getState().open).toEqual({ type: 'compare', runs: ['b', 'c'] });
  useRuns.setState({ chosen: ['c', 'a'] });
  await tried(compareRuns);
  expect(useRunsDialog.getState().open).toEqual({ type: 'compare', runs: ['a', 'c'] });
});
