import { expect, test } from 'vitest';
import type { ClientEvent } from '../../runtime/host/client-options.ts';
import type { RunState } from '../../runtime/session/events.ts';
import { nothingPainted, type PaintingState } from '../state/painting.ts';
import { takeEvent } from './take-event.ts';

const run = (state: RunState, iteration: number): ClientEvent => ({
  type: 'run',
  optimiser: 'o',
  state,
  iteration,
  until: 200,
  mixed: false,
});
const iteration = (number: number): ClientEvent => ({
  type: 'iteration',
  optimiser: 'o',
  iteration: number,
  until: 200,
  terms: [],
  total: 1,
});
const checkpoint: ClientEvent = {
  type: 'checkpoint',
  optimiser: 'o',
  checkpoint: { id: 'c', iteration: 14, mixed: false },
};

function after(...events: readonly ClientEvent[]): PaintingState {
  let state = nothingPainted;
  for (const event of events) state = { ...state, ...takeEvent(state, event) };
  return state;
}

const painted = [run('running', 0), iteration(14), checkpoint, iteration(40)];

test('a painting that begins again has no checkpoints and is at its beginning', () => {
  const { iterations, checkpoints } = after(...painted, run('preparing', 40), run('running', 0));
  expect(iterations.o?.iteration).toBe(0);
  expect(checkpoints.o).toEqual([]);
});

test('a painting that went back to a checkpoint is there at once, and keeps the others', () => {
  const { iterations, checkpoints } = after(...painted, run('preparing', 40), run('paused', 14));
  expect(iterations.o?.iteration).toBe(14);
  expect(checkpoints.o).toHaveLength(1);
});

test('a painting that moves to another device is where it was, with its checkpoints', () => {
  const { iterations, checkpoints } = after(...painted, run('preparing', 0), run('running', 40));
  expect(iterations.o?.iteration).toBe(40);
  expect(checkpoints.o).toHaveLength(1);
});
