/**
 * The device that a session works on. When it is lost, another is opened in its place: of the same kind, else
 * of any; the third time within a minute the processor, which is never lost. Whoever works on it is asked to
 * let go of it first, and is given the other.
 */
import { type Message, message } from '../../language/message.ts';
import { failure, type Result } from '../../language/result.ts';
import type { Backend } from '../execute/backend.ts';
import type { BackendChoice } from './protocol.ts';

export interface DeviceSurroundings {
  readonly open: (choice: BackendChoice) => Promise<Result<Backend>>;
  /** Lets go of every tensor; resolves when nobody reads from the device any more. */
  readonly leave: () => Promise<void>;
  /** There is another, and the work goes on. */
  readonly arrive: (backend: Backend) => void;
  readonly tellLost: (reason: Message) => void;
  /** There is none; the work stands still until somebody chooses one. */
  readonly tellStranded: (reason: Message) => void;
  /** Milliseconds, from any beginning. */
  readonly now?: () => number;
}

/** Losses so many milliseconds ago are forgiven. */
const forgiven = 60_000;

/** At this many losses it is time for the processor; after it, for a person. */
const patience = 3;

export class Device {
  readonly #around: DeviceSurroundings;
  #backend: Backend | undefined;
  #choice: BackendChoice = 'auto';
  #losses: number[] = [];
  #working: Promise<unknown> = Promise.resolve();

  constructor(around: DeviceSurroundings) {
    this.#around = around;
  }

  get backend(): Backend | undefined {
    return this.#backend;
  }

  /** Opens the first, or moves to another. Where that cannot be had, the one before is taken up again. */
  choose(choice: BackendChoice): Promise<Result<Backend>> {
    return this.#inTurn(async () => {
      const before = this.#backend;
      if (before) await this.#leave(before);
      this.#losses = [];
      const opened = await this.#open(choice);
      if (opened.ok) this.#choice = choice;
      else if (before && !(await this.#open(this.#choice)).ok) this.#strand(opened.reason);
      return opened;
    });
  }

  async close(): Promise<void> {
    await this.#inTurn(async () => {
      const backend = this.#backend;
      this.#backend = undefined;
      backend?.dispose();
    });
  }

  async #open(choice: BackendChoice): Promise<Result<Backend>> {
    const opened = await this.#around
      .open(choice)
      .catch(error => failure(message('backend.failed', { backend: choice, why: String(error) })));
    if (!opened.ok) return opened;
    const backend = opened.value;
    this.#backend = backend;
    backend.lost.then(reason => this.#inTurn(() => this.#replace(backend, reason)));
    this.#around.arrive(backend);
    return opened;
  }

  async #replace(lost: Backend, why: Message): Promise<void> {
    if (this.#backend !== lost) return;
    const now = (this.#around.now ?? (() => performance.now()))();
    this.#losses = [...this.#losses.filter(then => now - then < forgiven), now];
    this.#around.tellLost(goesOn(why));
    await this.#leave(lost);
    if (this.#losses.length > patience) {
      this.#around.tellStranded(message('host.devices-keep-failing', { why: why.values.why ?? why }));
      return;
    }
    const choices: BackendChoice[] = this.#losses.length < patience ? [this.#choice, 'auto'] : ['wasm'];
    let reason = why;
    for (const choice of choices) {
      const opened = await this.#open(choice);
      if (opened.ok) return;
      reason = opened.reason;
    }
    this.#strand(reason);
  }

  #strand(why: Message): void {
    this.#around.tellStranded(message('host.no-device', { why }));
  }

  async #leave(backend: Backend): Promise<void> {
    this.#backend = undefined;
    await this.#around.leave();
    try {
      backend.dispose();
    } catch {
      // What is gone may refuse to be put away.
    }
  }

  /** One change of device after another. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#working.then(work);
    this.#working = done.catch(() => undefined);
    return done;
  }
}

/** A device says what to do where nobody goes on by himself. */
function goesOn({ id, values }: Message): Message {
  const { why = '' } = values;
  return message(id === 'backend.out-of-memory' ? 'host.device-full' : 'host.device-lost', { why });
}
