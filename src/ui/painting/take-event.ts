/** How what the worker tells changes what is known: a function from state and event to state. */
import type { NodeId } from '../../graph/document.ts';
import type { Problem } from '../../graph/problem.ts';
import type { ClientEvent } from '../../runtime/host/client-options.ts';
import type { CheckpointFacts } from '../../runtime/session/events.ts';
import type { PaintingState } from '../state/painting.ts';

export function takeEvent(state: PaintingState, event: ClientEvent): Partial<PaintingState> {
  switch (event.type) {
    case 'applied':
      return { effect: event.effect, ...problemsOf(state, event.problems) };
    case 'failed':
      return problemsOf(state, [...state.problems, event.problem]);
    case 'nodes':
      return { reports: { ...state.reports, ...event.reports } };
    case 'wires':
      return { wires: event.wires };
    case 'run': {
      const { type: _type, ...run } = event;
      const { optimiser, iteration, until } = run;
      const known = state.iterations[optimiser];
      // While it gets ready, after a device was lost, nothing is known of where it will go on.
      const isThere = run.state !== 'preparing' && run.state !== 'waiting';
      const restarted = isThere && iteration === 0 && (known?.iteration ?? 0) > 0;
      // It went back, or is to go on for longer: its last iteration is not where it is.
      const moved = isThere && known && (iteration < known.iteration || until !== known.until);
      return {
        runs: { ...state.runs, [optimiser]: run },
        ...(moved && { iterations: { ...state.iterations, [optimiser]: { ...known, iteration, until } } }),
        ...(restarted && { checkpoints: { ...state.checkpoints, [optimiser]: [] } }),
      };
    }
    case 'iteration': {
      const { type: _type, ...iteration } = event;
      return { iterations: { ...state.iterations, [iteration.optimiser]: iteration } };
    }
    case 'checkpoint': {
      const { optimiser, checkpoint } = event;
      const kept = withCheckpoint(state.checkpoints[optimiser] ?? [], checkpoint);
      return { checkpoints: { ...state.checkpoints, [optimiser]: kept } };
    }
    case 'memory':
      return { memory: event.memory };
    case 'backend':
      return { backend: event.backend, worker: { type: 'ready' } };
    case 'lost':
    case 'crashed':
      return { worker: { type: 'recovering', reason: event.reason } };
    case 'stranded':
    case 'stopped':
      return { worker: { type: 'stopped', reason: event.reason } };
    case 'notes':
    case 'output':
    case 'copied':
    case 'sweep':
      return {};
  }
}

/** They come anew with every edit; where they are the same, so is the list, and whoever shows it need not render. */
function problemsOf(
  { problemsAt: before }: PaintingState,
  problems: readonly Problem[],
): Pick<PaintingState, 'problems' | 'problemsAt'> {
  const problemsAt: Record<NodeId, readonly Problem[]> = {};
  for (const problem of problems) {
    if (problem.node !== undefined) problemsAt[problem.node] = [...(problemsAt[problem.node] ?? []), problem];
  }
  for (const [node, known] of Object.entries(before)) {
    if (JSON.stringify(problemsAt[node]) === JSON.stringify(known)) problemsAt[node] = known;
  }
  return { problems, problemsAt };
}

const withCheckpoint = (kept: readonly CheckpointFacts[], taken: CheckpointFacts) =>
  [...kept.filter(({ id, iteration }) => id !== taken.id && iteration !== taken.iteration), taken].sort(
    (a, b) => a.iteration - b.iteration,
  );
