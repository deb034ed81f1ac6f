import type { NodeId } from '../../graph/document.ts';
import type { RunState } from '../session/events.ts';

/** Which runs are to stand still, for a worker that takes the place of this one. */
export class Standing {
  readonly #paused = new Map<NodeId, boolean>();

  /** These alone stand; nothing is known of others. */
  begin(paused: readonly NodeId[]): void {
    this.#paused.clear();
    this.add(paused);
  }

  add(paused: readonly NodeId[]): void {
    for (const node of paused) this.#paused.set(node, true);
  }

  /** Somebody has paused one, or all of them, or had them go on. */
  hold(isPaused: boolean, optimiser?: NodeId): void {
    for (const node of optimiser === undefined ? this.#paused.keys() : [optimiser])
      this.#paused.set(node, isPaused);
  }

  /** A run is in another state. */
  follow(optimiser: NodeId, state: RunState): void {
    const stands = state === 'paused' || (state !== 'running' && this.#paused.get(optimiser) === true);
    this.#paused.set(optimiser, stands);
  }

  get all(): readonly NodeId[] {
    return [...this.#paused].flatMap(([node, isPaused]) => (isPaused ? [node] : []));
  }
}
