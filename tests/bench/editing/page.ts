/** The page's side of a worker that paints: sends commands, and notes when each is answered and when it is felt. */
import { connectPort, type Port } from '../../../src/runtime/host/port.ts';
import type { Commands, HostEvent, Listening } from '../../../src/runtime/host/protocol.ts';
import type { RunState } from '../../../src/runtime/session/events.ts';

export interface CommandTime {
  /** Milliseconds until the worker has answered. */
  readonly acknowledged: number;
  /** Milliseconds until it has told that the command is in effect. */
  readonly inEffect: number;
}

type Found = (event: HostEvent) => boolean;

export class Page {
  readonly worker: ReturnType<typeof connectPort<Commands, Listening>>;
  #state: RunState | undefined;
  readonly #waiting = new Set<(event: HostEvent) => void>();

  constructor(port: Port) {
    this.worker = connectPort<Commands, Listening>(port, {
      told: ({ number, events }) => {
        for (const event of events) this.#hear(event);
        this.worker.heard.asEvent(number);
      },
      shown: ({ number }) => {
        this.worker.taken.asEvent(number);
      },
    });
  }

  /** Sends a command; `found` knows the event that tells of its effect. One at a time. */
  async time(send: () => Promise<unknown>, found: Found): Promise<CommandTime> {
    const begun = performance.now();
    const felt = this.#next(found).then(() => performance.now() - begun);
    await send();
    const acknowledged = performance.now() - begun;
    return { acknowledged, inEffect: await felt };
  }

  /** Resolves when the painting is in `state`, which it may be already. */
  async until(state: RunState): Promise<void> {
    if (this.#state !== state) await this.#next(event => event.type === 'run' && event.state === state);
  }

  #next(found: Found): Promise<void> {
    return new Promise(resolve => {
      const hear = (event: HostEvent) => {
        if (!found(event)) return;
        this.#waiting.delete(hear);
        resolve();
      };
      this.#waiting.add(hear);
    });
  }

  #hear(event: HostEvent): void {
    if (event.type === 'run') this.#state = event.state;
    for (const hear of [...this.#waiting]) hear(event);
  }
}
