/** A session that paints while it is edited, and how long each edit takes to be seen. */
import { setTimeout } from 'node:timers/promises';
import { availableMemory } from '../../../src/cli/machine.ts';
import { type GraphDocument, nodeKinds, problemText, say } from '../../../src/index.ts';
import { memoryBudget } from '../../../src/runtime/host/memory-budget.ts';
import type { EditEffect, SessionEvent } from '../../../src/runtime/session/events.ts';
import { Session } from '../../../src/runtime/session/session.ts';
import type { Setup } from './setup.ts';
import { understand } from './understand.ts';

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
    const budget = memoryBudget({ backend, systemMemory: availableMemory() });
    this.#session = new Session({
      registry: nodeKinds,
      backend,
      understand: document => understand(document, sources),
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
        if (event.type === 'failed') reject(new Error(say(problemText(event.problem))));
        if (event.type === 'applied' && event.edit === edit) {
          const wrong = event.problems.find(({ severity }) => severity === 'error');
          if (wrong) reject(new Error(say(problemText(wrong))));
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
        if (event.type === 'failed') reject(new Error(say(problemText(event.problem))));
        if (event.type === 'iteration') resolve();
      };
    });
  }
}
