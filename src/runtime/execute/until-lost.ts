import type { Message } from '../../language/message.ts';
import type { Backend } from './backend.ts';

/**
 * `events`, ended by `whenGone` should the device be lost: one that is gone may never answer what was asked
 * of it.
 */
export async function* untilLost<Event>(
  events: AsyncGenerator<Event, void>,
  { lost }: Backend,
  whenGone: (reason: Message) => Event,
): AsyncGenerator<Event, void> {
  const gone = lost.then((reason): { gone: Message } => ({ gone: reason }));
  let alive = true;
  try {
    for (;;) {
      const next = await Promise.race([events.next(), gone]);
      if ('gone' in next) {
        alive = false;
        return yield whenGone(next.gone);
      }
      if (next.done) return;
      yield next.value;
    }
  } finally {
    if (alive) await events.return();
  }
}
