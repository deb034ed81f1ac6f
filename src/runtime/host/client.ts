/// <reference lib="dom" />
/**
 * The page's side: commands go to the worker, events and frames come from it. It holds all that it takes to
 * begin again with another worker where this one fails: the document, what was wanted, and a copy of every
 * painting; whoever uses it only notices that the picture goes on.
 */
import type { Patch } from 'immer';
import type { GraphDocument, NodeId } from '../../graph/document.ts';
import { message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';
import { Attending } from './attending.ts';
import type { ClientOptions } from './client-options.ts';
import type { Remote } from './connection.ts';
import { CopyKeeper } from './copy-keeper.ts';
import { soundCheckpoints } from './kept-checkpoint.ts';
import type {
  BackendChoice,
  BackendFacts,
  Batch,
  Checkpoints,
  Frame,
  OpenOptions,
  Wanted,
} from './protocol.ts';
import { SentDocument } from './sent-document.ts';
import { tenSeconds } from './sign-of-life.ts';
import { Standing } from './standing.ts';
import { WorkerLife } from './worker-life.ts';

export class Client extends Attending {
  readonly #copies: CopyKeeper;
  protected readonly life: WorkerLife;
  #open: OpenOptions;
  readonly #document = new SentDocument();
  #wanted: Wanted = {};
  #files: Readonly<Record<string, Blob>> = {};
  /** Copies that were brought and that no worker was given yet. */
  #brought: Checkpoints = {};
  readonly #standing = new Standing();

  constructor({
    startWorker,
    open,
    copyEvery = 5_000,
    heartbeat = tenSeconds,
    now = () => performance.now(),
  }: ClientOptions) {
    super();
    this.#open = open;
    this.#copies = new CopyKeeper({
      ask: () => this.life.ask(remote => remote.copies(), {}),
      onKept: optimisers => this.audience.tell({ type: 'copied', optimisers }),
      every: copyEvery,
      now,
    });
    this.life = new WorkerLife({
      startWorker,
      heartbeat,
      now,
      page: remote => ({
        told: batch => this.#told(remote, batch),
        shown: frame => void this.#shown(remote, frame),
        measured: report => void this.lenses.measured(remote, report),
      }),
      begin: remote => this.#begin(remote),
      tellCrashed: reason => this.audience.tell({ type: 'crashed', reason }),
      tellStopped: reason => this.audience.tell({ type: 'stopped', reason }),
    });
  }

  /** Resolves when the worker is there and has a device, or says why not. */
  get ready(): Promise<Result<BackendFacts>> {
    return this.life.ready;
  }

  /** The newest copy of every painting, to be saved: after a reload, {@link resume} goes on from it. */
  get copies(): Checkpoints {
    return this.#copies.kept;
  }

  /**
   * Takes up a new state of the document. `patches`, where they are given, lead there from the one before, and
   * only they are sent. @returns the number that an `applied` event will bear.
   */
  edit(document: GraphDocument, patches?: readonly Patch[]): number {
    const number = this.#document.take(document);
    this.#copies.follow(document);
    if (this.life.isThere) this.do(remote => this.#document.send(remote, number, document, patches));
    else this.life.revive();
    return number;
  }

  /**
   * Takes up another document in the place of the one before, whose paintings end: they are not its own, even
   * where its nodes bear the same names. It goes on from copies that were saved; the optimisers in `paused`
   * wait. Damaged copies are left out.
   */
  exchange(
    document: GraphDocument,
    copies: Readonly<Record<NodeId, unknown>> = {},
    paused: readonly NodeId[] = [],
  ): number {
    const number = this.#document.take(document);
    this.#copies.forget();
    this.#copies.bring(soundCheckpoints(copies).sound);
    this.#copies.follow(document);
    this.#brought = {};
    this.#standing.begin(paused);
    if (!this.life.isThere) this.life.revive();
    this.do(async remote => {
      if (!this.#document.exchanges(number)) return;
      await remote.exchange({ number, document }, this.#copies.kept, paused);
    });
    return number;
  }

  play(optimiser?: NodeId): void {
    this.#standing.hold(false, optimiser);
    this.do(remote => remote.play(optimiser));
  }

  pause(optimiser?: NodeId): void {
    this.#standing.hold(true, optimiser);
    this.do(remote => remote.pause(optimiser));
  }

  /** Paints one more iteration, then pauses. */
  step(optimiser?: NodeId): void {
    this.do(remote => remote.step(optimiser));
  }

  /** Begins again, as the document says. */
  restart(optimiser?: NodeId): void {
    this.#standing.hold(false, optimiser);
    this.#copies.forget(optimiser);
    this.do(remote => remote.restart(optimiser));
  }

  /**
   * Goes on from copies that were saved, as soon as their optimisers are there; those in `paused` wait there.
   * Copies that are damaged are left out, and the first is told.
   */
  resume(copies: Readonly<Record<NodeId, unknown>>, paused: readonly NodeId[] = []): Result<undefined> {
    const { sound, damaged } = soundCheckpoints(copies);
    this.#copies.bring(sound);
    this.#brought = { ...this.#brought, ...sound };
    this.#standing.add(paused);
    this.do(async remote => {
      if (Object.keys(this.#brought).length > 0) await this.#bring(remote, this.#brought);
    });
    const [optimiser] = damaged;
    return optimiser === undefined
      ? success(undefined)
      : failure(message('host.bad-checkpoint', { optimiser }));
  }

  /** Which nodes frames are wanted of, and how long their longer side may be, in pixels, or more about them. */
  watch(wanted: Wanted): void {
    this.#wanted = wanted;
    this.do(remote => remote.watch(wanted));
  }

  /** Files for references such as `file:NAME`; to be given before the document that names them. */
  supply(files: Readonly<Record<string, Blob>>): void {
    this.#files = { ...this.#files, ...files };
    this.do(remote => remote.supply(files));
  }

  /** Moves to a backend of another kind, or tries again after none could be had. */
  async chooseBackend(choice: BackendChoice): Promise<Result<BackendFacts>> {
    const nobody: Result<BackendFacts> = failure(message('host.not-open'));
    const used = await this.life.ask(remote => remote.chooseBackend(choice), nobody);
    if (used.ok) this.#open = { ...this.#open, backend: choice };
    return used;
  }

  /** Bytes that a plan should do with, from the next edit on: what would take more is computed in bands. */
  setPlanBudget(bytes?: number): void {
    const { plan: _before, ...others } = this.#open.budget ?? {};
    this.#open = { ...this.#open, budget: { ...others, ...(bytes !== undefined && { plan: bytes }) } };
    this.do(remote => remote.setPlanBudget(bytes));
  }

  /** Bytes for what is computed once. Without them, it is found out. */
  setCacheBudget(bytes?: number): void {
    const { cache: _before, ...others } = this.#open.budget ?? {};
    this.#open = { ...this.#open, budget: { ...others, ...(bytes !== undefined && { cache: bytes }) } };
    this.do(remote => remote.setCacheBudget(bytes));
  }

  /** Starts another worker, in the place of the one that may be there; the paintings go on. */
  revive(): void {
    this.life.revive();
  }

  close(): void {
    this.life.close();
  }

  async #begin(remote: Remote): Promise<Result<BackendFacts>> {
    // Whoever makes a client tells it next what is to be painted.
    await Promise.resolve();
    remote.supply.asEvent(this.#files);
    const opened = await remote.open({ ...this.#open, expected: this.#document.latest });
    if (!opened.ok) return opened;
    // They arrive in this order; to wait for each answer takes a turn of a page that is busy being made.
    await Promise.all([
      // Also what was handed over meanwhile.
      remote.supply(this.#files),
      remote.watch(this.#wanted),
      this.lenses.begin(remote),
      this.#bring(remote, this.#copies.kept),
      this.#document.sendWhole(remote),
    ]);
    return opened;
  }

  async #bring(remote: Remote, copies: Checkpoints): Promise<void> {
    this.#brought = {};
    await remote.resume(copies, this.#standing.all);
  }

  #told(remote: Remote, { number, events }: Batch): void {
    for (const event of events) {
      if (event.type === 'run') this.#standing.follow(event.optimiser, event.state);
      this.#copies.hear(event);
      this.audience.tell(event);
    }
    if (!remote.$closed) remote.heard.asEvent(number);
  }

  async #shown(remote: Remote, frame: Frame): Promise<void> {
    await this.audience.show(frame);
    if (!remote.$closed) remote.taken.asEvent(frame.number);
  }
}
