/** One worker, from its start to its end, whichever way it ends. */
import type { BirpcReturn } from 'birpc';
import { type Message, message } from '../../language/message.ts';
import { connectPort } from './port.ts';
import type { Commands, Listening } from './protocol.ts';
import { type Heartbeat, SignOfLife } from './sign-of-life.ts';
import type { WorkerHandle } from './worker-handle.ts';

/** The worker's commands, as the page calls them. */
export type Remote = BirpcReturn<Commands, Listening>;

export interface ConnectionOptions {
  readonly handle: WorkerHandle;
  readonly page: (remote: Remote) => Listening;
  readonly heartbeat: Heartbeat;
}

export class Connection {
  readonly remote: Remote;
  readonly #handle: WorkerHandle;
  readonly #life: SignOfLife;
  #hasEnded = false;

  /** @param onEnd Called once, unless {@link end} was called before. */
  constructor({ handle, page, heartbeat }: ConnectionOptions, onEnd: (why: string | Message) => void) {
    this.#handle = handle;
    const remote: Remote = connectPort<Commands, Listening>(handle.port, {
      told: batch => page(remote).told(batch),
      shown: frame => page(remote).shown(frame),
      measured: report => page(remote).measured(report),
    });
    this.remote = remote;
    const ended = (why: string | Message) => {
      if (this.#hasEnded) return;
      this.end();
      onEnd(why);
    };
    this.#life = new SignOfLife(
      heartbeat,
      () => remote.ping(),
      () => ended(message('host.silent')),
    );
    handle.port.addEventListener('message', () => this.#life.heard());
    handle.onEnd(ended);
  }

  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  /** Ends it, whatever it is at. What was asked of it and is not answered is rejected. */
  end(): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#life.stop();
    this.remote.$close(new Error('The worker has ended.'));
    this.#handle.terminate();
  }
}
