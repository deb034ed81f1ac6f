/**
 * What stays in the store from cell to cell: the targets of the cells painted last, the newest first, as far
 * as there is room. Results of optimisers and what is made of them never stay: each cell is painted from the
 * document alone.
 */
import type { Plan } from '../compile/plan.ts';
import { dependants } from '../ir/differentiate.ts';
import { type Key, keyOf } from '../ir/key.ts';
import { reachable } from '../ir/reachable.ts';
import { bytes, type Value } from '../ir/value.ts';

type Targets = ReadonlyMap<Key, Value>;

export class WarmTargets {
  /** Newest first, each set of targets once. */
  #recent: { readonly name: string; readonly targets: Targets }[] = [];

  /**
   * The values to keep while `plan` is painted: its own targets, and those of earlier plans that fit into
   * `spareBytes` beside them.
   */
  before(plan: Plan, spareBytes: number): Value[] {
    const targets = targetsOf(plan);
    const name = [...targets.keys()].sort().join();
    this.#recent = [{ name, targets }, ...this.#recent.filter(other => other.name !== name)];
    const kept = new Map(targets);
    let room = spareBytes;
    let held = 1;
    for (const { targets: earlier } of this.#recent.slice(1)) {
      const more = [...earlier].filter(([key]) => !kept.has(key));
      room -= more.reduce((sum, [, { shape }]) => sum + bytes(shape), 0);
      if (room < 0) break;
      for (const [key, value] of more) kept.set(key, value);
      held += 1;
    }
    this.#recent.length = held;
    return [...kept.values()];
  }
}

function targetsOf({ stages, outputs }: Plan): Targets {
  const asked = [...stages.flatMap(({ once }) => once), ...outputs.map(({ value }) => value)];
  const below = reachable(asked);
  const ofResults = dependants(
    below,
    below.filter(({ op }) => op.name === 'outcome'),
  );
  return new Map(asked.filter(value => !ofResults.has(value)).map(value => [keyOf(value), value]));
}
