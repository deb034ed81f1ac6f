/** The page's side of a worker that paints: sends commands, and notes when each is answered and when it is felt. */
import { connectPort, type Port } from '../../../src/runtime/host/port.ts';
import type { Commands, HostEvent, Listening } from '../../../src/runtime/host/protocol.ts';
import type { RunState } from '../../../src/runtime/session/events.ts';
import { problemIn } from './problem-in.ts';

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
  /** After it nothing is as it should be. */
  #problem: Error | undefined;
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
      measured: ({ lens }) => {
        this.worker.lensTaken.asEvent(lens);
      },
    });
  }

  /** Sends a command; `found` knows the event that tells of its effect. One at a time. */
  async time(send: () => Promise<unknown>, found: Found): Promise<CommandTime> {
    const begun = performance.now();
    const passed = () => performance.now() - begun;
    const [inEffect, acknowledged] = await Promise.all([this.#next(found).then(passed), send().then(passed)]);
    return { acknowledged, inEffect };
  }

  /** Resolves when the painting is in `state`, which it may be already. */
  async until(state: RunState): Promise<void> {
    if (this.#state !== state) await this.#next(event => event.type === 'run' && event.state === state);
  }

  #next(found: Found): Promise<void> {
    return new Promise((resolve, reject) => {
      const hear = (event?: HostEvent) => {
        if (!this.#problem && !(event && found(event))) return;
        this.#waiting.delete(hear);
        if (this.#problem) reject(this.#problem);
        else resolve();
      };
      this.#waiting.add(hear);
      hear();
    });
  }

  #hear(event: HostEvent): void {
    if (event.type === 'run') this.#state = event.state;
    this.#problem ??= problemIn(event);
    for (const hear of [...this.#waiting]) hear(event);
  }
}
