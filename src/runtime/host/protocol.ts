/// <reference lib="dom" />
/**
 * What crosses between a page and its worker, all of it data that can be cloned. The worker's commands are
 * functions that the page calls by name; what the worker finds out comes as events, gathered in batches, and
 * as frames of the pictures that are watched.
 */
import type { Patch } from 'immer';
import type { GraphDocument, NodeId } from '../../graph/document.ts';
import type { Edit } from '../../graph/edit.ts';
import type { ImageFacts } from '../../graph/kind.ts';
import type { Message } from '../../language/message.ts';
import type { Result } from '../../language/result.ts';
import type { PlanAccount } from '../compile/account.ts';
import type { Backend, BackendName } from '../execute/backend.ts';
import type { HostTensor } from '../execute/resources.ts';
import type { ProgramFiles, ProgramNames } from '../export/program-files.ts';
import type { FeatureAnswer, FeatureQuestion } from '../lenses/feature-questions.ts';
import type { LensWish } from '../lenses/kinds.ts';
import type { LensReport } from '../lenses/open-lenses.ts';
import type { Checkpoint } from '../session/checkpoints.ts';
import type { CheckpointFacts, SessionEvent } from '../session/events.ts';
import type { PreviewWish } from '../session/preview.ts';
import type { FilmRequest, PaintedFrame } from './film-protocol.ts';
import type { MemoryBudget } from './memory-budget.ts';
import type { Pixels } from './scale-down.ts';
import type { SweepLane, SweepNews, SweepRequest } from './sweep-protocol.ts';
import type { WireFacts } from './wire-facts.ts';

export type BackendChoice = 'auto' | BackendName;
export type BackendFacts = Pick<Backend, 'name' | 'description' | 'memoryLimit' | 'largestTensor' | 'speeds'>;

export interface OpenOptions {
  readonly backend: BackendChoice;
  /** What relative references in a document start from: a page's address, a folder. */
  readonly base: string;
  /** Bytes; what is not set is found out. */
  readonly budget?: Partial<MemoryBudget>;
  /** What will be asked for first: its pictures and weights are opened while the device is. */
  readonly expected?: GraphDocument | undefined;
}

/** A new state of the document. Numbers rise; patches and edits lead on from the state of number `since`. */
export type NumberedChange = { readonly number: number } & (
  | { readonly document: GraphDocument }
  | { readonly since: number; readonly edits: readonly Edit[] }
  | { readonly since: number; readonly patches: readonly Patch[] }
);

export type WholeDocument = Extract<NumberedChange, { readonly document: GraphDocument }>;

/** What frames are wanted of a node. */
export interface Watching extends PreviewWish {
  /** How long the longer side may be, in pixels. */
  readonly size: number;
}

export type Wanted = Readonly<Record<NodeId, number | Watching>>;

export type Checkpoints = Readonly<Record<NodeId, Checkpoint>>;

/** A picture, and of an optimiser's how far it had got with just this one. */
export interface PaintedPicture extends HostTensor {
  readonly iteration?: number;
  readonly mixed?: boolean;
}

/** References, as the parameters of a document have them. */
export interface OriginsAsked {
  readonly images: readonly string[];
  readonly encoders: readonly string[];
}

/** Each by its reference: so that another one of the same name is noticed. */
export interface Origins {
  readonly images: Readonly<Record<string, ImageFacts>>;
  /** Hashes. */
  readonly encoders: Readonly<Record<string, string>>;
}

/** What the page may ask of the worker. */
export interface Commands {
  open(options: OpenOptions): Promise<Result<BackendFacts>>;
  /** Acknowledged at once; an `applied` event tells when it has taken effect, and how. */
  edit(change: NumberedChange): Result<number>;
  /**
   * Another document in the place of the one that is open, whose paintings end; those of the new one go on
   * from `kept`, where they have a copy there, and stand still where they are in `paused`.
   */
  exchange(change: WholeDocument, kept: Checkpoints, paused: readonly NodeId[]): Result<number>;
  play(optimiser?: NodeId): void;
  pause(optimiser?: NodeId): void;
  /** Paints one more iteration, then pauses. */
  step(optimiser?: NodeId): void;
  /** One more step that only these terms move, by their names. The checkpoint from before, where there is a picture. */
  stepAlone(optimiser: NodeId, terms: readonly string[]): Promise<string | undefined>;
  restart(optimiser?: NodeId): void;
  /** False where there is no such checkpoint any more. */
  goTo(optimiser: NodeId, checkpoint: string): boolean;
  /** By iteration. */
  checkpoints(optimiser: NodeId): readonly CheckpointFacts[];
  checkpoint(optimiser: NodeId, id: string): Checkpoint | undefined;
  /** A copy of every painting that has moved since it was last asked for: all that it takes to go on from there. */
  copies(): Promise<Checkpoints>;
  /** Goes on from these as soon as their optimisers are there; those that are named in `paused` wait there. */
  resume(checkpoints: Checkpoints, paused: readonly NodeId[]): Result<undefined>;
  /** The numbers of a wire, of one `entry` of a stack, where they are in the cache; nothing is computed for it. */
  peek(node: NodeId, port: string, entry?: string): Promise<HostTensor | undefined>;
  /** What an optimiser has painted so far, or an output shows, in full size: [height, width, 3], 0 to 1. */
  picture(node: NodeId): Promise<PaintedPicture | undefined>;
  /** What the references of the open document stand for; those that could not be opened are left out. */
  origins(asked: OriginsAsked): Origins;
  /** The document as a program that needs nothing of Gramarye: its files by their names. */
  program(document: GraphDocument, names: ProgramNames): Promise<Result<ProgramFiles>>;
  /** What the compiler made of the open graph; undefined while it cannot be run. */
  plan(): PlanAccount | undefined;
  /** What an encoder sees. Tensors are kept for the next question, until {@link closeFeatures}. */
  features(question: FeatureQuestion): Promise<Result<FeatureAnswer>>;
  closeFeatures(): Promise<void>;
  /**
   * Which nodes frames are wanted of, and how large. Optimisers and outputs show their pictures; of any other
   * node what it gives is shown, small, where that does not change with a picture that is being painted.
   */
  watch(wanted: Wanted): void;
  /** Opens a lens, or has the one that the page calls so look at something else; what it sees comes as reports. */
  openLens(lens: number, wish: LensWish): void;
  closeLens(lens: number): void;
  /** The page has taken what the lens saw: it may look again. */
  lensTaken(lens: number): void;
  /** Files of the person's, for references such as `file:NAME`. Those that were given before stay. */
  supply(files: Readonly<Record<string, Blob>>): void;
  /** Paints a graph for many values, in the place of the sweep that may be under way; `sweep` events tell of it. */
  sweep(request: SweepRequest): Result<undefined>;
  stopSweep(lane?: SweepLane): void;
  /** Compiles a film, in the place of the one that may be there, which the page then gives its frames one by one. */
  openFilm(request: FilmRequest): Promise<Result<undefined>>;
  paintFrame(frame: Pixels): Promise<Result<PaintedFrame>>;
  closeFilm(): Promise<void>;
  /** Moves to a backend of another kind, or tries again after one was given up. */
  chooseBackend(choice: BackendChoice): Promise<Result<BackendFacts>>;
  /** Bytes that a plan should do with, from the next edit on. Without them, they are found out. */
  setPlanBudget(bytes?: number): void;
  /** Bytes for what is computed once. Without them, it is found out. */
  setCacheBudget(bytes?: number): void;
  measure(): Measure;
  /** The page has heard all batches up to this one. */
  heard(batch: number): void;
  /** The page has taken the frame: it may be sent another of that picture. */
  taken(frame: number): void;
  /** Answered by whoever is alive. */
  ping(): void;
  /** Frees everything. */
  close(): Promise<void>;
}

/** What the worker may call in the page. */
export interface Listening {
  told(batch: Batch): void;
  shown(frame: Frame): void;
  measured(report: LensReport): void;
}

export interface Batch {
  readonly number: number;
  readonly events: readonly HostEvent[];
}

export type HostEvent =
  | Exclude<SessionEvent, { readonly type: 'picture' | 'output' | 'nodes' }>
  /** Of the nodes whose report is another than it was. */
  | Extract<SessionEvent, { readonly type: 'nodes' }>
  /** What an output shows has changed; its picture comes as a frame where it is watched. */
  | { readonly type: 'output'; readonly node: NodeId; readonly shape: readonly number[] }
  /** What each wire carries, by `node.port`. */
  | { readonly type: 'wires'; readonly wires: Readonly<Record<string, WireFacts>> }
  /** What was done to pictures on their way in, such as that a huge one was made smaller. */
  | { readonly type: 'notes'; readonly notes: readonly Message[] }
  | { readonly type: 'memory'; readonly memory: MemoryUse }
  | { readonly type: 'sweep'; readonly number: number; readonly news: SweepNews }
  /** What it works on from here on. */
  | { readonly type: 'backend'; readonly backend: BackendFacts }
  /** No device can be had, or none that stays; nothing is computed until another is chosen. */
  | { readonly type: 'stranded'; readonly reason: Message };

export interface MemoryUse {
  /** Bytes of what was computed once, by tier. */
  readonly weights: number;
  readonly images: number;
  readonly computed: number;
  /** Bytes that loops carry. */
  readonly loops: number;
  /** Bytes that the three tiers together may take. */
  readonly budget: number;
  /** Bytes of the host's memory for pictures on the way. */
  readonly checkpoints: number;
}

/** A picture, scaled to what was asked for. It belongs to the page, which closes a bitmap after drawing it. */
export interface Frame {
  readonly number: number;
  readonly node: NodeId;
  /** Of an optimiser's picture. */
  readonly iteration?: number;
  /** The layer that is shown, of a stack. */
  readonly entry?: string;
  /** Of the whole picture, in pixels. */
  readonly full: { readonly width: number; readonly height: number };
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, alpha, a byte each, where there are no bitmaps. */
  readonly image: ImageBitmap | Uint8ClampedArray<ArrayBuffer>;
}

export interface FrameCounts {
  /** Watched pictures that came by. Each was sent or skipped, but for those that are on their way. */
  readonly passed: number;
  readonly sent: number;
  /** Overtaken by newer ones before they could be sent. */
  readonly skipped: number;
}

/** Counts, for tests and for whoever wonders. */
export interface Measure {
  /** All that tfjs holds, and what the cache and the loops say they hold of it. */
  readonly tensors: number;
  readonly bytes: number;
  readonly cache: { readonly tensors: number; readonly bytes: number };
  readonly loops: { readonly tensors: number; readonly bytes: number };
  readonly compiled: number;
  readonly computed: number;
  readonly frames: FrameCounts;
  readonly batches: number;
}
