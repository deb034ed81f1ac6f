/// <reference lib="dom" />
/**
 * A session and its device, behind the commands of the protocol. What kinds of nodes there are, where
 * pictures and encoders come from and how a backend is opened is given by whoever starts the worker, in a page
 * or in Node.
 */
import { memory } from '@tensorflow/tfjs-core';
import type { GraphDocument, NodeId } from '../../graph/document.ts';
import type { Facts } from '../../graph/kind.ts';
import { message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';
import type { HostTensor } from '../execute/resources.ts';
import type { ProgramFiles, ProgramNames } from '../export/program-files.ts';
import { factsOf } from '../session/checkpoints.ts';
import type { CheckpointFacts, SessionEvent } from '../session/events.ts';
import type { Refuse } from '../session/open-graph.ts';
import { Session } from '../session/session.ts';
import { Device } from './device.ts';
import type { HostOptions, Understand } from './host-options.ts';
import { copyOf, copyOfAll, copyOfCheckpoint, soundCheckpoints } from './kept-checkpoint.ts';
import { memoryBudget } from './memory-budget.ts';
import { NumberedDocument } from './numbered-document.ts';
import { originsOf } from './origins.ts';
import { Outbox } from './outbox.ts';
import { PictureStream } from './picture-stream.ts';
import { Previews } from './previews.ts';
import { programOf } from './program.ts';
import type {
  BackendChoice,
  BackendFacts,
  Checkpoints,
  Commands,
  Listening,
  Measure,
  NumberedChange,
  OpenOptions,
  Origins,
  OriginsAsked,
  PaintedPicture,
  Wanted,
  WholeDocument,
} from './protocol.ts';
import type { SweepRequest } from './sweep-protocol.ts';
import { Sweeper } from './sweeper.ts';
import { pictureAtRest, Telling } from './telling.ts';

export class Host implements Commands {
  readonly #options: HostOptions;
  readonly #outbox: Outbox;
  readonly #pictures: PictureStream;
  readonly #previews: Previews;
  readonly #telling: Telling;
  readonly #device: Device;
  readonly #document = new NumberedDocument();
  readonly #sweeper = new Sweeper();
  readonly #files = new Map<string, Blob>();
  /** Optimisers that wait as soon as their picture is there. */
  readonly #paused = new Set<NodeId>();
  /** The copies that the page has, by optimiser. */
  readonly #copied = new Map<NodeId, string>();
  #session: Session | undefined;
  #understand: Understand | undefined;
  #budget: OpenOptions['budget'];
  /** Of the document that was understood last. */
  #facts: Facts | undefined;

  constructor(options: HostOptions, page: Listening) {
    this.#options = options;
    this.#outbox = new Outbox(batch => page.told(batch));
    this.#pictures = new PictureStream({
      send: frame => page.shown(frame),
      atRest: (node, wanted) =>
        this.#session && pictureAtRest(node, this.#session, this.#telling, this.#previews, wanted),
    });
    this.#previews = new Previews(node => this.#pictures.moved(node));
    this.#telling = new Telling({ tell: event => this.#outbox.tell(event), pictures: this.#pictures });
    this.#device = new Device({
      open: choice => options.openBackend(choice),
      leave: () => this.#leave(),
      arrive: backend => this.#arrive(factsOfBackend(backend), () => this.#session?.moveTo(backend)),
      tellLost: reason => this.#outbox.tell({ type: 'lost', reason }),
      tellStranded: reason => this.#outbox.tell({ type: 'stranded', reason }),
    });
  }

  async open({ backend: choice, base, budget }: OpenOptions): Promise<Result<BackendFacts>> {
    await this.close();
    this.#budget = budget;
    const opened = await this.#device.choose(choice);
    if (!opened.ok) return opened;
    const understand = this.#options.understandIn({ base, files: this.#files });
    this.#understand = understand;
    const { cache, checkpoints } = this.#found(opened.value);
    const session: Session = new Session({
      registry: this.#options.registry,
      backend: opened.value,
      understand: document => this.#understood(document, understand),
      tell: event => this.#hear(event, session),
      wantsPicture: optimiser => this.#pictures.wants(optimiser),
      refuse: graph => this.#refuse(graph),
      cacheBudget: cache,
      checkpointBudget: checkpoints,
    });
    this.#session = session;
    return success(factsOfBackend(opened.value));
  }

  edit(change: NumberedChange): Result<number> {
    const session = this.#session;
    if (!session) return failure(message('host.not-open'));
    const taken = this.#document.take(change);
    if (!taken.ok) return taken;
    this.#telling.expect(session.edit(taken.value), change.number);
    return success(change.number);
  }

  exchange(
    { number, document }: WholeDocument,
    kept: Checkpoints,
    paused: readonly NodeId[],
  ): Result<number> {
    const session = this.#session;
    if (!session) return failure(message('host.not-open'));
    this.#document.take({ number, document });
    this.#telling.forget();
    this.#copied.clear();
    this.#paused.clear();
    for (const node of paused) this.#paused.add(node);
    this.#telling.expect(session.exchange(document, soundCheckpoints(kept).sound), number);
    return success(number);
  }

  play(optimiser?: NodeId): void {
    this.#releasePaused(optimiser);
    this.#session?.play(optimiser);
  }

  pause(optimiser?: NodeId): void {
    this.#session?.pause(optimiser);
  }

  step(optimiser?: NodeId): void {
    this.#releasePaused(optimiser);
    this.#session?.step(optimiser);
  }

  restart(optimiser?: NodeId): void {
    this.#releasePaused(optimiser);
    this.#session?.restart(optimiser);
  }

  goTo(optimiser: NodeId, checkpoint: string): boolean {
    return this.#session?.goTo(optimiser, checkpoint) ?? false;
  }

  checkpoints(optimiser: NodeId): readonly CheckpointFacts[] {
    return this.#session?.runs.get(optimiser)?.checkpoints.all.map(factsOf) ?? [];
  }

  checkpoint(optimiser: NodeId, id: string) {
    const found = this.#session?.runs.get(optimiser)?.checkpoints.get(id);
    return found && copyOfCheckpoint(found);
  }

  async copies(): Promise<Checkpoints> {
    const runs = [...(this.#session?.runs ?? [])];
    const copies = await Promise.all(
      runs.map(async ([node, run]) => [node, await run.copy().catch(() => undefined)] as const),
    );
    const news = copies.flatMap(([node, copy]) => {
      if (!copy || this.#copied.get(node) === copy.id) return [];
      this.#copied.set(node, copy.id);
      return [[node, copy] as const];
    });
    return copyOfAll(Object.fromEntries(news));
  }

  resume(kept: Checkpoints, paused: readonly NodeId[]): Result<undefined> {
    const session = this.#session;
    if (!session) return failure(message('host.not-open'));
    const { sound, damaged } = soundCheckpoints(kept);
    for (const node of paused) this.#paused.add(node);
    session.resume(sound);
    const [optimiser] = damaged;
    return optimiser === undefined
      ? success(undefined)
      : failure(message('host.bad-checkpoint', { optimiser }));
  }

  async peek(node: NodeId, port: string, entry?: string): Promise<HostTensor | undefined> {
    const found = await this.#session?.peek(node, port, entry).catch(() => undefined);
    return found && copyOf(found);
  }

  async picture(node: NodeId): Promise<PaintedPicture | undefined> {
    const run = this.#session?.runs.get(node);
    const reading = run?.look().catch(() => undefined);
    // Before it is waited for: the loop goes on meanwhile.
    const moment = run && { iteration: run.iteration, mixed: run.mixed };
    const found = run ? await reading : this.#telling.output(node);
    return found && { ...copyOf(found), ...moment };
  }

  origins(asked: OriginsAsked): Origins {
    return originsOf(asked, this.#facts);
  }

  async program(document: GraphDocument, names: ProgramNames): Promise<Result<ProgramFiles>> {
    if (!this.#understand) return failure(message('host.not-open'));
    return programOf(await this.#understand(document), this.#options.registry, names);
  }

  watch(wanted: Wanted): void {
    const watching = Object.fromEntries(
      Object.entries(wanted).map(([node, wish]) => [node, typeof wish === 'number' ? { size: wish } : wish]),
    );
    this.#previews.watch(watching);
    this.#pictures.watch(watching);
  }

  supply(files: Readonly<Record<string, Blob>>): void {
    for (const [reference, file] of Object.entries(files)) this.#files.set(reference, file);
  }

  sweep(request: SweepRequest): Result<undefined> {
    const [backend, session, understand] = [this.#device.backend, this.#session, this.#understand];
    if (!backend || !session || !understand) return failure(message('host.not-open'));
    return this.#sweeper.begin(request, {
      registry: this.#options.registry,
      backend,
      understand,
      refuse: graph => this.#refuse(graph),
      taken: () => session.cache.bytes,
      tell: (number, news) => this.#outbox.tell({ type: 'sweep', number, news }),
    });
  }

  stopSweep(): void {
    this.#sweeper.stop();
  }

  async chooseBackend(choice: BackendChoice): Promise<Result<BackendFacts>> {
    const opened = await this.#device.choose(choice);
    return opened.ok ? success(factsOfBackend(opened.value)) : opened;
  }

  setCacheBudget(bytes?: number): void {
    const { cache: _before, ...others } = this.#budget ?? {};
    this.#budget = { ...others, ...(bytes !== undefined && { cache: bytes }) };
    this.#applyBudget();
  }

  measure(): Measure {
    const { numTensors: tensors, numBytes: bytes } = memory();
    const session = this.#session;
    const held = [...(session?.runs.values() ?? [])].map(run => run.held);
    return {
      tensors,
      bytes,
      cache: { tensors: session?.cache.tensors ?? 0, bytes: session?.cache.bytes ?? 0 },
      loops: {
        tensors: held.reduce((sum, loop) => sum + loop.tensors, 0),
        bytes: held.reduce((sum, loop) => sum + loop.bytes, 0),
      },
      compiled: session?.counts.compiled ?? 0,
      computed: session?.counts.computed ?? 0,
      frames: this.#pictures.counts,
      batches: this.#outbox.batches,
    };
  }

  heard(batch: number): void {
    this.#outbox.heard(batch);
  }

  taken(frame: number): void {
    this.#pictures.taken(frame);
  }

  ping(): void {}

  async close(): Promise<void> {
    const session = this.#session;
    this.#session = undefined;
    await this.#sweeper.stop();
    await session?.dispose();
    await this.#device.close();
  }

  #hear(event: SessionEvent, session: Session): void {
    this.#telling.hear(event, session);
    if (event.type === 'nodes') this.#previews.look(session);
    // Prepared, so that its picture can be seen, it waits.
    if (event.type !== 'run' || (event.state !== 'running' && event.state !== 'done')) return;
    const waits = this.#paused.delete(event.optimiser) && event.state === 'running';
    if (waits) session.runs.get(event.optimiser)?.pause();
  }

  #releasePaused(optimiser?: NodeId): void {
    if (optimiser === undefined) this.#paused.clear();
    else this.#paused.delete(optimiser);
  }

  async #understood(document: GraphDocument, understand: Understand) {
    const understood = await understand(document);
    this.#telling.understood(understood);
    this.#facts = understood.facts;
    return understood;
  }

  #refuse(graph: Parameters<Refuse>[0]) {
    const { backend } = this.#device;
    return backend && this.#options.refuse?.(graph, backend);
  }

  async #leave(): Promise<void> {
    await this.#sweeper.stop();
    this.#pictures.forget();
    await this.#session?.leaveDevice();
  }

  #arrive(backend: BackendFacts, moveSession: () => void): void {
    this.#outbox.tell({ type: 'backend', backend });
    this.#applyBudget();
    moveSession();
  }

  #applyBudget(): void {
    const { backend } = this.#device;
    const session = this.#session;
    if (!backend || !session) return;
    session.cache.budget = this.#found(backend).cache;
    this.#telling.tellMemory(session);
  }

  #found(backend: BackendFacts) {
    return memoryBudget({ backend, ...this.#options.machine }, this.#budget);
  }
}

const factsOfBackend = ({ name, description, memoryLimit, largestTensor }: BackendFacts): BackendFacts => ({
  name,
  description,
  memoryLimit,
  largestTensor,
});
