/** What a page hears, watches closely and tries beside its paintings; none of it is lost with a worker. */
import type { NodeId } from '../../graph/document.ts';
import { Audience } from './audience.ts';
import type { ClientEvent, FrameListener } from './client-options.ts';
import type { Remote } from './connection.ts';
import { Sweeps } from './follow-sweep.ts';
import { LensLines } from './lens-lines.ts';
import { Questions } from './questions.ts';
import type { SweepEnd, SweepLane, SweepNews, SweepRequest } from './sweep-protocol.ts';

export abstract class Attending extends Questions {
  protected readonly audience = new Audience();
  /** What the page looks at closely. */
  readonly lenses = new LensLines(command => this.do(command));
  readonly #sweeps = new Sweeps(
    listener => this.on(listener),
    request => this.life.ask(remote => remote.sweep(request), undefined),
  );

  /** Calls `listener` with everything that happens. @returns what ends that. */
  on(listener: (event: ClientEvent) => void): () => void {
    return this.audience.on(listener);
  }

  onFrame(listener: FrameListener): () => void {
    return this.audience.onFrame(listener);
  }

  /** One more step that only these terms move. @returns the checkpoint that leads back. */
  stepAlone(optimiser: NodeId, terms: readonly string[]): Promise<string | undefined> {
    return this.life.ask(remote => remote.stepAlone(optimiser, terms), undefined);
  }

  /** Goes to a checkpoint, and on from there; false where there is no such any more. */
  goTo(optimiser: NodeId, checkpoint: string): Promise<boolean> {
    return this.life.ask(remote => remote.goTo(optimiser, checkpoint), false);
  }

  /** Paints a graph for many values; resolves when all of them are painted, or none will be any more. */
  sweep(request: Omit<SweepRequest, 'number'>, hear: (news: SweepNews) => void): Promise<SweepEnd> {
    return this.#sweeps.follow(request, hear);
  }

  stopSweep(lane?: SweepLane): void {
    this.do(remote => remote.stopSweep(lane));
  }

  /** What has no answer. */
  protected do(command: (remote: Remote) => Promise<unknown>): void {
    this.life.ask<unknown>(command, undefined);
  }
}
