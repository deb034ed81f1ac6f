/**
 * A worker that is always there: where one ends, another is started and told all that matters, unless it ends
 * again and again. Whoever asks something waits for the one that is there then.
 */
import { type Message, message } from '../../language/message.ts';
import { failure, type Result } from '../../language/result.ts';
import { Connection, type Remote } from './connection.ts';
import type { BackendFacts, Listening } from './protocol.ts';
import type { Heartbeat } from './sign-of-life.ts';
import type { WorkerHandle } from './worker-handle.ts';

export interface WorkerLifeOptions {
  readonly startWorker: () => WorkerHandle;
  readonly heartbeat: Heartbeat;
  readonly now: () => number;
  /** What a worker may call, for as long as it is the one. */
  readonly page: (remote: Remote) => Listening;
  /** Tells a fresh worker all that it has to know. */
  readonly begin: (remote: Remote) => Promise<Result<BackendFacts>>;
  readonly tellCrashed: (reason: Message) => void;
  readonly tellStopped: (reason: Message) => void;
}

/** A worker that ends so many times within {@link forgiven} milliseconds is not started again by itself. */
const patience = 4;
const forgiven = 60_000;

export class WorkerLife {
  readonly #options: WorkerLifeOptions;
  #connection: Connection | undefined;
  #ready: Promise<Result<BackendFacts>>;
  #ends: number[] = [];

  constructor(options: WorkerLifeOptions) {
    this.#options = options;
    this.#ready = this.#start();
  }

  /** Resolves when the worker knows all that it has to, or says why there is none. */
  get ready(): Promise<Result<BackendFacts>> {
    return this.#ready;
  }

  /** False where none is there and none is being started. */
  get isThere(): boolean {
    return this.#connection !== undefined;
  }

  /** Starts another worker, in the place of the one that may be there. */
  revive(): void {
    this.#connection?.end();
    this.#ends = [];
    this.#ready = this.#start();
  }

  /** Asks the worker that is there, or will be shortly; `otherwise` where it ends before it has answered. */
  async ask<T>(question: (remote: Remote) => Promise<T>, otherwise: T): Promise<T> {
    for (let ready = this.#ready; ; ready = this.#ready) {
      await ready;
      if (ready === this.#ready) break;
    }
    const connection = this.#connection;
    if (!connection) return otherwise;
    try {
      return await question(connection.remote);
    } catch (error) {
      if (connection.hasEnded) return otherwise;
      throw error;
    }
  }

  close(): void {
    this.#connection?.end();
    this.#connection = undefined;
  }

  async #start(): Promise<Result<BackendFacts>> {
    const { startWorker, page, heartbeat, begin } = this.#options;
    const connection = new Connection({ handle: startWorker(), page, heartbeat }, why =>
      this.#ended(connection, why),
    );
    this.#connection = connection;
    try {
      const begun = await begin(connection.remote);
      if (!begun.ok) this.#stop(connection, begun.reason);
      return begun;
    } catch (error) {
      if (!connection.hasEnded) throw error;
      return failure(message('host.not-open'));
    }
  }

  #ended(connection: Connection, why: string | Message): void {
    if (connection !== this.#connection) return;
    const now = this.#options.now();
    this.#ends = [...this.#ends.filter(then => now - then < forgiven), now];
    const count = this.#ends.length;
    if (count >= patience) {
      this.#stop(connection, message('host.keeps-crashing', { count, why }));
      return;
    }
    this.#options.tellCrashed(message('host.crashed', { why }));
    this.#ready = this.#start();
  }

  #stop(connection: Connection, reason: Message): void {
    if (connection !== this.#connection) return;
    connection.end();
    this.#connection = undefined;
    this.#options.tellStopped(reason);
  }
}
