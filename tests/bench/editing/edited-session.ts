/** A session that paints while it is edited, and how long each edit takes to be seen. */
import { setTimeout } from 'node:timers/promises';
import { hosting } from '../../../src/cli/library/hosting.ts';
import { availableMemory } from '../../../src/cli/machine.ts';
import type { GraphDocument } from '../../../src/index.ts';
import { memoryBudget } from '../../../src/runtime/host/memory-budget.ts';
import type { EditEffect, SessionEvent } from '../../../src/runtime/session/events.ts';
import { Session } from '../../../src/runtime/session/session.ts';
import { problemIn } from './problem-in.ts';
import type { Setup } from './setup.ts';

export interface Seen {
  /** From the edit to the first picture that was painted with it. */
  readonly milliseconds: number;
  readonly effect: EditEffect;
  /** Ops that were run for what is computed once. */
  readonly computed: number;
}

export class EditedSession {
  readonly #session: Session;
  #hear: (event: SessionEvent) => void = () => {};

  constructor({ backend, sources }: Setup) {
    const machine = { systemMemory: availableMemory() };
    const budget = memoryBudget({ backend, ...machine });
    // As a worker has it, but on this thread.
    const { registry, understandIn, refuse } = hosting({
      sourcesAt: () => sources,
      openBackend: async () => ({ ok: true, value: backend }),
      machine,
    });
    this.#session = new Session({
      registry,
      backend,
      understand: understandIn({ base: '', files: new Map() }),
      refuse: graph => refuse?.(graph, backend),
      wantsPicture: () => true,
      cacheBudget: budget.cache,
      checkpointBudget: budget.checkpoints,
      tell: event => this.#hear(event),
    });
  }

  /** Takes up `document` and resolves when it can be seen. A graph that cannot be painted is thrown, in words. */
  edit(document: GraphDocument): Promise<Seen> {
    return new Promise((resolve, reject) => {
      const computed = this.#session.counts.computed;
      let effect: EditEffect | undefined;
      // The first iteration that was painted with it.
      let due = Number.POSITIVE_INFINITY;
      this.#hear = event => {
        const problem = problemIn(event);
        if (problem) reject(problem);
        if (event.type === 'applied' && event.edit === edit) {
          effect = event.effect;
          if (effect === 'none') due = this.#iteration + 1;
          // The iteration that is under way was fed the numbers before.
          if (effect === 'live') due = this.#iteration + 2;
        }
        // Compiled again, it has given up the iteration that was under way.
        if (event.type === 'run' && event.state === 'running' && effect === 'compiled') {
          due = event.iteration + 1;
        }
        if (event.type === 'picture' && event.iteration >= due && effect) {
          const milliseconds = performance.now() - begun;
          resolve({ milliseconds, effect, computed: this.#session.counts.computed - computed });
        }
      };
      const begun = performance.now();
      const edit = this.#session.edit(document);
    });
  }

  /** Paints two iterations, and `part` (0 to 1) of a third: where a person's edit may find it. */
  async paintOn(part: number): Promise<void> {
    await this.#nextIteration();
    const begun = performance.now();
    await this.#nextIteration();
    await setTimeout(part * (performance.now() - begun));
  }

  dispose(): Promise<void> {
    return this.#session.dispose();
  }

  /** How many iterations are done. */
  get #iteration(): number {
    return Math.max(0, ...[...this.#session.runs.values()].map(({ iteration }) => iteration));
  }

  #nextIteration(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#hear = event => {
        const problem = problemIn(event);
        if (problem) reject(problem);
        if (event.type === 'iteration') resolve();
      };
    });
  }
}
