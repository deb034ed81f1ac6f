/**
 * What the page keeps of a session's paintings, from the worker's side: which copies it has, and which of the
 * paintings that it brought are to wait as soon as their picture is there.
 */
import type { NodeId } from '../../graph/document.ts';
import type { SessionEvent } from '../session/events.ts';
import type { Session } from '../session/session.ts';
import { copyOfAll } from './kept-checkpoint.ts';
import type { Checkpoints } from './protocol.ts';

export class KeptPaintings {
  /** Optimisers that wait as soon as their picture is there. */
  readonly #paused = new Set<NodeId>();
  /** The copies that the page has, by optimiser. */
  readonly #copied = new Map<NodeId, string>();

  /** Another document is opened: nothing of the one before is waited for, or was copied. */
  forget(): void {
    this.#copied.clear();
    this.#paused.clear();
  }

  pause(optimisers: readonly NodeId[]): void {
    for (const node of optimisers) this.#paused.add(node);
  }

  release(optimiser?: NodeId): void {
    if (optimiser === undefined) this.#paused.clear();
    else this.#paused.delete(optimiser);
  }

  /** A copy of every painting that has moved since the page was given one. */
  async news(session: Session | undefined): Promise<Checkpoints> {
    const copies = await Promise.all(
      [...(session?.runs ?? [])].map(
        async ([node, run]) => [node, await run.copy().catch(() => undefined)] as const,
      ),
    );
    const news = copies.flatMap(([node, copy]) => {
      if (!copy || this.#copied.get(node) === copy.id) return [];
      this.#copied.set(node, copy.id);
      return [[node, copy] as const];
    });
    return copyOfAll(Object.fromEntries(news));
  }

  /** Prepared, so that its picture can be seen, what is to wait waits. */
  hear(event: SessionEvent, session: Session): void {
    if (event.type !== 'run' || (event.state !== 'running' && event.state !== 'done')) return;
    const waits = this.#paused.delete(event.optimiser) && event.state === 'running';
    if (waits) session.runs.get(event.optimiser)?.pause();
  }
}
