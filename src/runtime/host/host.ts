/// <reference lib="dom" />
/**
 * A session and its device, behind the commands of the protocol. What kinds of nodes there are, where
 * pictures and encoders come from and how a backend is opened is given by whoever starts the worker, in a page
 * or in Node.
 */
import type { GraphDocument, NodeId } from '../../graph/document.ts';
import { message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';
import type { SessionEvent } from '../session/events.ts';
import type { Refuse } from '../session/open-graph.ts';
import { Session } from '../session/session.ts';
import type { FilmRequest, PaintedFrame } from './film-protocol.ts';
import { Filmer } from './filmer.ts';
import type { HostOptions, Understand } from './host-options.ts';
import { soundCheckpoints } from './kept-checkpoint.ts';
import { measured } from './measured.ts';
import { NumberedDocument } from './numbered-document.ts';
import { Outbox } from './outbox.ts';
import { PagePictures } from './page-pictures.ts';
import { givingAway } from './port.ts';
import type {
  BackendChoice,
  BackendFacts,
  Checkpoints,
  Commands,
  Listening,
  Measure,
  NumberedChange,
  OpenOptions,
  Wanted,
  WholeDocument,
} from './protocol.ts';
import type { Pixels } from './scale-down.ts';
import { factsOfBackend, SessionDevice } from './session-device.ts';
import { Steering } from './steering.ts';
import type { SweepLane, SweepRequest } from './sweep-protocol.ts';
import { Sweeper } from './sweeper.ts';
import { pictureAtRest, Telling } from './telling.ts';

export class Host extends Steering implements Commands {
  readonly #options: HostOptions;
  readonly #page: Listening;
  readonly #outbox: Outbox;
  readonly #pictures: PagePictures;
  protected readonly registry: HostOptions['registry'];
  protected readonly telling: Telling;
  readonly #device: SessionDevice;
  readonly #document = new NumberedDocument();
  readonly #sweepers: Readonly<Record<SweepLane, Sweeper>> = { runs: new Sweeper(), lens: new Sweeper() };
  readonly #filmer = new Filmer();
  readonly #files = new Map<string, Blob>();

  constructor(options: HostOptions, page: Listening) {
    super();
    this.#options = options;
    this.#page = page;
    this.registry = options.registry;
    this.#outbox = new Outbox(batch => page.told(batch));
    this.#pictures = new PagePictures(
      frame => page.shown(frame),
      (node, previews, wanted) =>
        this.session &&
        pictureAtRest(node, this.session, this.telling, previews, wanted, this.#device.backend),
    );
    this.telling = new Telling({ tell: event => this.#outbox.tell(event), pictures: this.#pictures.stream });
    this.#device = new SessionDevice({
      ...options,
      session: () => this.session,
      onLeave: () => this.#leave(),
      tell: event => this.#outbox.tell(event),
      tellMemory: session => this.telling.tellMemory(session),
    });
  }

  async open({ backend: choice, base, budget, expected }: OpenOptions): Promise<Result<BackendFacts>> {
    await this.close();
    const understand = this.#options.understandIn({ base, files: this.#files });
    // What it opens is remembered; what it finds out is found out again, once there is a session to tell of it.
    if (expected) void understand(expected);
    const chosen = await this.#device.open(choice, budget);
    // What was chosen on an earlier visit may be gone since.
    const opened = chosen.ok || choice === 'auto' ? chosen : await this.#device.open('auto', budget);
    if (!opened.ok) return opened;
    this.understand = understand;
    const { cache, checkpoints } = this.#device.budget(opened.value);
    const session: Session = new Session({
      registry: this.registry,
      backend: opened.value,
      understand: document => this.#understood(document, understand),
      tell: event => this.#hear(event, session),
      measured: (report, transfer) => this.#page.measured(givingAway(report, transfer)),
      wantsPicture: optimiser => this.#pictures.stream.wants(optimiser),
      show: (...shown) => this.#pictures.show(...shown, this.#device.backend),
      refuse: graph => this.#refuse(graph),
      memory: () => this.#planMemory(),
      cacheBudget: cache,
      checkpointBudget: checkpoints,
    });
    this.session = session;
    return success(factsOfBackend(opened.value));
  }

  edit(change: NumberedChange): Result<number> {
    const session = this.session;
    if (!session) return failure(message('host.not-open'));
    const taken = this.#document.take(change);
    if (!taken.ok) return taken;
    this.telling.expect(session.edit(taken.value), change.number);
    return success(change.number);
  }

  exchange(
    { number, document }: WholeDocument,
    kept: Checkpoints,
    paused: readonly NodeId[],
  ): Result<number> {
    const session = this.session;
    if (!session) return failure(message('host.not-open'));
    this.#document.take({ number, document });
    this.telling.forget();
    this.kept.forget();
    this.kept.pause(paused);
    this.telling.expect(session.exchange(document, soundCheckpoints(kept).sound), number);
    return success(number);
  }

  copies(): Promise<Checkpoints> {
    return this.kept.news(this.session);
  }

  resume(kept: Checkpoints, paused: readonly NodeId[]): Result<undefined> {
    const session = this.session;
    if (!session) return failure(message('host.not-open'));
    const { sound, damaged } = soundCheckpoints(kept);
    this.kept.pause(paused);
    session.resume(sound);
    const [optimiser] = damaged;
    return optimiser === undefined
      ? success(undefined)
      : failure(message('host.bad-checkpoint', { optimiser }));
  }

  watch(wanted: Wanted): void {
    this.#pictures.watch(wanted);
  }

  supply(files: Readonly<Record<string, Blob>>): void {
    for (const [reference, file] of Object.entries(files)) this.#files.set(reference, file);
  }

  sweep(request: SweepRequest): Result<undefined> {
    const [backend, session, understand] = [this.#device.backend, this.session, this.understand];
    if (!backend || !session || !understand) return failure(message('host.not-open'));
    return this.#sweepers[request.lane ?? 'runs'].begin(request, {
      registry: this.registry,
      backend,
      understand,
      refuse: graph => this.#refuse(graph),
      memory: this.#planMemory(),
      taken: () => session.cache.bytes,
      tell: (number, news) => this.#outbox.tell({ type: 'sweep', number, news }),
    });
  }

  stopSweep(lane: SweepLane = 'runs'): void {
    this.#sweepers[lane].stop();
  }

  async openFilm(request: FilmRequest): Promise<Result<undefined>> {
    const [backend, understand] = [this.#device.backend, this.understand];
    if (!backend || !understand) return failure(message('host.not-open'));
    const refuse = (graph: Parameters<Refuse>[0]) => this.#refuse(graph);
    return this.#filmer.open(request, { registry: this.registry, backend, understand, refuse });
  }

  paintFrame(frame: Pixels): Promise<Result<PaintedFrame>> {
    return this.#filmer.paint(frame);
  }

  closeFilm(): Promise<void> {
    return this.#filmer.close();
  }

  chooseBackend(choice: BackendChoice): Promise<Result<BackendFacts>> {
    return this.#device.choose(choice);
  }

  setPlanBudget(bytes?: number): void {
    this.#device.setPlanBudget(bytes);
  }

  setCacheBudget(bytes?: number): void {
    this.#device.setCacheBudget(bytes);
  }

  measure(): Measure {
    return measured(this.session, { frames: this.#pictures.stream.counts, batches: this.#outbox.batches });
  }

  heard(batch: number): void {
    this.#outbox.heard(batch);
  }

  taken(frame: number): void {
    this.#pictures.stream.taken(frame);
  }

  ping(): void {}

  async close(): Promise<void> {
    const session = this.session;
    this.session = undefined;
    await Promise.all(Object.values(this.#sweepers).map(sweeper => sweeper.stop()));
    await this.#filmer.close();
    await this.featureLens.close();
    await session?.dispose();
    await this.#device.close();
  }

  #hear(event: SessionEvent, session: Session): void {
    this.telling.hear(event, session);
    if (event.type === 'nodes') this.#pictures.look(session);
    this.kept.hear(event, session);
  }

  async #understood(document: GraphDocument, understand: Understand) {
    const understood = await understand(document);
    this.telling.understood(understood);
    this.facts = understood.facts;
    return understood;
  }

  #planMemory(): number | undefined {
    const { backend } = this.#device;
    return backend && this.#device.budget(backend).plan;
  }

  #refuse(graph: Parameters<Refuse>[0]) {
    const { backend } = this.#device;
    return backend && this.#options.refuse?.(graph, backend);
  }

  async #leave(): Promise<void> {
    await Promise.all(Object.values(this.#sweepers).map(sweeper => sweeper.stop()));
    await this.#filmer.close();
    await this.featureLens.close();
    this.#pictures.stream.forget();
  }
}
