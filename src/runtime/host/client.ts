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
import type { HostTensor } from '../execute/resources.ts';
import type { ProgramFiles, ProgramNames } from '../export/program-files.ts';
import type { Checkpoint } from '../session/checkpoints.ts';
import type { CheckpointFacts, RunState } from '../session/events.ts';
import type { ClientEvent, ClientOptions, FrameListener } from './client-options.ts';
import type { Remote } from './connection.ts';
import { CopyKeeper } from './copy-keeper.ts';
import { followSweep } from './follow-sweep.ts';
import { soundCheckpoints } from './kept-checkpoint.ts';
import type {
  BackendChoice,
  BackendFacts,
  Batch,
  Checkpoints,
  Frame,
  Measure,
  OpenOptions,
  Origins,
  OriginsAsked,
  PaintedPicture,
  Wanted,
} from './protocol.ts';
import { SentDocument } from './sent-document.ts';
import { tenSeconds } from './sign-of-life.ts';
import type { SweepEnd, SweepNews, SweepRequest } from './sweep-protocol.ts';
import { WorkerLife } from './worker-life.ts';

export class Client {
  readonly #listeners = new Set<(event: ClientEvent) => void>();
  readonly #frameListeners = new Set<FrameListener>();
  readonly #copies: CopyKeeper;
  readonly #life: WorkerLife;
  #open: OpenOptions;
  readonly #document = new SentDocument();
  #wanted: Wanted = {};
  #files: Readonly<Record<string, Blob>> = {};
  /** Copies that were brought and that no worker was given yet. */
  #brought: Checkpoints = {};
  /** Whether each optimiser's run is to stand still. */
  readonly #paused = new Map<NodeId, boolean>();
  #sweeps = 0;

  constructor({
    startWorker,
    open,
    copyEvery = 5_000,
    heartbeat = tenSeconds,
    now = () => performance.now(),
  }: ClientOptions) {
    this.#open = open;
    this.#copies = new CopyKeeper({
      ask: () => this.#life.ask(remote => remote.copies(), {}),
      onKept: optimisers => this.#tell({ type: 'copied', optimisers }),
      every: copyEvery,
      now,
    });
    this.#life = new WorkerLife({
      startWorker,
      heartbeat,
      now,
      page: remote => ({
        told: batch => this.#told(remote, batch),
        shown: frame => void this.#shown(remote, frame),
      }),
      begin: remote => this.#begin(remote),
      tellCrashed: reason => this.#tell({ type: 'crashed', reason }),
      tellStopped: reason => this.#tell({ type: 'stopped', reason }),
    });
  }

  /** Resolves when the worker is there and has a device, or says why not. */
  get ready(): Promise<Result<BackendFacts>> {
    return this.#life.ready;
  }

  /** The newest copy of every painting, to be saved: after a reload, {@link resume} goes on from it. */
  get copies(): Checkpoints {
    return this.#copies.kept;
  }

  /** Calls `listener` with everything that happens. @returns what ends that. */
  on(listener: (event: ClientEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  onFrame(listener: FrameListener): () => void {
    this.#frameListeners.add(listener);
    return () => this.#frameListeners.delete(listener);
  }

  /**
   * Takes up a new state of the document. `patches`, where they are given, lead there from the one before, and
   * only they are sent. @returns the number that an `applied` event will bear.
   */
  edit(document: GraphDocument, patches?: readonly Patch[]): number {
    const number = this.#document.take(document);
    this.#copies.follow(document);
    if (this.#life.isThere) this.#do(remote => this.#document.send(remote, number, document, patches));
    else this.#life.revive();
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
    this.#paused.clear();
    for (const node of paused) this.#paused.set(node, true);
    if (!this.#life.isThere) this.#life.revive();
    this.#do(async remote => {
      if (!this.#document.exchanges(number)) return;
      await remote.exchange({ number, document }, this.#copies.kept, paused);
    });
    return number;
  }

  play(optimiser?: NodeId): void {
    this.#hold(false, optimiser);
    this.#do(remote => remote.play(optimiser));
  }

  pause(optimiser?: NodeId): void {
    this.#hold(true, optimiser);
    this.#do(remote => remote.pause(optimiser));
  }

  /** Paints one more iteration, then pauses. */
  step(optimiser?: NodeId): void {
    this.#do(remote => remote.step(optimiser));
  }

  /** Begins again, as the document says. */
  restart(optimiser?: NodeId): void {
    this.#hold(false, optimiser);
    this.#copies.forget(optimiser);
    this.#do(remote => remote.restart(optimiser));
  }

  /** Goes to a checkpoint, and on from there; false where there is no such any more. */
  goTo(optimiser: NodeId, checkpoint: string): Promise<boolean> {
    return this.#life.ask(remote => remote.goTo(optimiser, checkpoint), false);
  }

  checkpoints(optimiser: NodeId): Promise<readonly CheckpointFacts[]> {
    return this.#life.ask(remote => remote.checkpoints(optimiser), []);
  }

  checkpoint(optimiser: NodeId, id: string): Promise<Checkpoint | undefined> {
    return this.#life.ask(remote => remote.checkpoint(optimiser, id), undefined);
  }

  /**
   * Goes on from copies that were saved, as soon as their optimisers are there; those in `paused` wait there.
   * Copies that are damaged are left out, and the first is told.
   */
  resume(copies: Readonly<Record<NodeId, unknown>>, paused: readonly NodeId[] = []): Result<undefined> {
    const { sound, damaged } = soundCheckpoints(copies);
    this.#copies.bring(sound);
    this.#brought = { ...this.#brought, ...sound };
    for (const node of paused) this.#paused.set(node, true);
    this.#do(async remote => {
      if (Object.keys(this.#brought).length > 0) await this.#bring(remote, this.#brought);
    });
    const [optimiser] = damaged;
    return optimiser === undefined
      ? success(undefined)
      : failure(message('host.bad-checkpoint', { optimiser }));
  }

  /** The numbers of a wire, of one `entry` of a stack, where they are at hand. */
  peek(node: NodeId, port: string, entry?: string): Promise<HostTensor | undefined> {
    return this.#life.ask(remote => remote.peek(node, port, entry), undefined);
  }

  /** What an optimiser has painted so far, or an output shows, in full size. */
  picture(node: NodeId): Promise<PaintedPicture | undefined> {
    return this.#life.ask(remote => remote.picture(node), undefined);
  }

  /** What the references of the open document stand for, as far as that is known. */
  origins(asked: OriginsAsked): Promise<Origins> {
    return this.#life.ask(remote => remote.origins(asked), { images: {}, encoders: {} });
  }

  /** `document` as a program that needs nothing of Gramarye: its files by their names. */
  program(document: GraphDocument, names: ProgramNames): Promise<Result<ProgramFiles>> {
    const notOpen = failure(message('host.not-open'));
    return this.#life.ask(remote => remote.program(document, names), notOpen);
  }

  /** Which nodes frames are wanted of, and how long their longer side may be, in pixels, or more about them. */
  watch(wanted: Wanted): void {
    this.#wanted = wanted;
    this.#do(remote => remote.watch(wanted));
  }

  /** Files for references such as `file:NAME`; to be given before the document that names them. */
  supply(files: Readonly<Record<string, Blob>>): void {
    this.#files = { ...this.#files, ...files };
    this.#do(remote => remote.supply(files));
  }

  /** Paints a graph for many values; resolves when all of them are painted, or none will be any more. */
  sweep(request: Omit<SweepRequest, 'number'>, hear: (news: SweepNews) => void): Promise<SweepEnd> {
    this.#sweeps += 1;
    const number = this.#sweeps;
    const begin = () => this.#life.ask(remote => remote.sweep({ ...request, number }), undefined);
    return followSweep({ number, on: listener => this.on(listener), begin }, hear);
  }

  stopSweep(): void {
    this.#do(remote => remote.stopSweep());
  }

  /** Moves to a backend of another kind, or tries again after none could be had. */
  async chooseBackend(choice: BackendChoice): Promise<Result<BackendFacts>> {
    const nobody: Result<BackendFacts> = failure(message('host.not-open'));
    const used = await this.#life.ask(remote => remote.chooseBackend(choice), nobody);
    if (used.ok) this.#open = { ...this.#open, backend: choice };
    return used;
  }

  /** Bytes for what is computed once. Without them, it is found out. */
  setCacheBudget(bytes?: number): void {
    const { cache: _before, ...others } = this.#open.budget ?? {};
    this.#open = { ...this.#open, budget: { ...others, ...(bytes !== undefined && { cache: bytes }) } };
    this.#do(remote => remote.setCacheBudget(bytes));
  }

  measure(): Promise<Measure | undefined> {
    return this.#life.ask(remote => remote.measure(), undefined);
  }

  /** Starts another worker, in the place of the one that may be there; the paintings go on. */
  revive(): void {
    this.#life.revive();
  }

  close(): void {
    this.#life.close();
  }

  async #begin(remote: Remote): Promise<Result<BackendFacts>> {
    const opened = await remote.open(this.#open);
    if (!opened.ok) return opened;
    await remote.supply(this.#files);
    await remote.watch(this.#wanted);
    await this.#bring(remote, this.#copies.kept);
    await this.#document.sendWhole(remote);
    return opened;
  }

  async #bring(remote: Remote, copies: Checkpoints): Promise<void> {
    this.#brought = {};
    const paused = [...this.#paused].flatMap(([node, isPaused]) => (isPaused ? [node] : []));
    await remote.resume(copies, paused);
  }

  #told(remote: Remote, { number, events }: Batch): void {
    for (const event of events) {
      if (event.type === 'run') this.#follow(event.optimiser, event.state);
      this.#copies.hear(event);
      this.#tell(event);
    }
    if (!remote.$closed) remote.heard.asEvent(number);
  }

  async #shown(remote: Remote, frame: Frame): Promise<void> {
    const taking = [...this.#frameListeners].map(async listener => listener(frame));
    if (taking.length === 0 && 'close' in frame.image) frame.image.close();
    await Promise.allSettled(taking);
    if (!remote.$closed) remote.taken.asEvent(frame.number);
  }

  #follow(optimiser: NodeId, state: RunState): void {
    const stands = state === 'paused' || (state !== 'running' && this.#paused.get(optimiser) === true);
    this.#paused.set(optimiser, stands);
  }

  #tell(event: ClientEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }

  #hold(isPaused: boolean, optimiser?: NodeId): void {
    for (const node of optimiser === undefined ? this.#paused.keys() : [optimiser])
      this.#paused.set(node, isPaused);
  }

  /** What has no answer. */
  #do(command: (remote: Remote) => Promise<unknown>): void {
    this.#life.ask<unknown>(command, undefined);
  }
}
