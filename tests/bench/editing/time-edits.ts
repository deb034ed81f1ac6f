/** Each kind of edit, both ways in turn: what slows the machine for a while slows both. */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { EditEffect } from '../../../src/runtime/session/events.ts';
import { EditedSession, type Seen } from './edited-session.ts';
import type { EditKind } from './edits.ts';
import { timeFromNothing } from './from-nothing.ts';
import type { Setup } from './setup.ts';

export interface EditTimes {
  readonly name: string;
  readonly effect: EditEffect;
  /** Ops that were run for what is computed once. */
  readonly computed: number;
  /** Milliseconds to the first picture with the edit, in each round. */
  readonly edited: readonly number[];
  /** Milliseconds to the first picture of the same graph, painted from nothing, in each round. */
  readonly fromNothing: readonly number[];
}

/** In a round each kind has a session of its own, which has seen nothing but what stands before the edit. */
export async function timeEdits(
  setup: Setup,
  kinds: readonly EditKind[],
  rounds: number,
): Promise<readonly EditTimes[]> {
  const random = xoroshiro128plus(4);
  const moment = () => (random.next() >>> 0) / 2 ** 32;
  for (const kind of kinds.slice(0, 1)) {
    // Warms up, and is not counted.
    await timeEdit(setup, kind, moment());
    await timeFromNothing(setup, kind.after);
  }
  const seen = new Map<EditKind, Seen[]>(kinds.map(kind => [kind, []]));
  const fromNothing = new Map<EditKind, number[]>(kinds.map(kind => [kind, []]));
  for (let round = 0; round < rounds; round++) {
    for (const kind of kinds) {
      seen.get(kind)?.push(await timeEdit(setup, kind, moment()));
      fromNothing.get(kind)?.push(await timeFromNothing(setup, kind.after));
    }
  }
  return kinds.map(kind => {
    const [first] = seen.get(kind) ?? [];
    if (!first) throw new Error('Nothing was measured.');
    return {
      name: kind.name,
      effect: first.effect,
      computed: first.computed,
      edited: (seen.get(kind) ?? []).map(({ milliseconds }) => milliseconds),
      fromNothing: fromNothing.get(kind) ?? [],
    };
  });
}

async function timeEdit(setup: Setup, { before, after }: EditKind, moment: number): Promise<Seen> {
  const session = new EditedSession(setup);
  try {
    for (const document of before) {
      await session.edit(document);
      await session.paintOn(moment);
    }
    return await session.edit(after);
  } finally {
    await session.dispose();
  }
}
