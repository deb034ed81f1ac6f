/**
 * What the worker has told of the open document: how each node is, what each wire carries, how each optimiser
 * gets on. Components ask for the one entry that they show; an entry that did not change keeps its identity, so
 * a progress event renders only what shows it.
 */
import { create } from 'zustand';
import type { NodeId } from '../../graph/document.ts';
import type { Problem } from '../../graph/problem.ts';
import type { Message } from '../../language/message.ts';
import type { BackendFacts, MemoryUse } from '../../runtime/host/protocol.ts';
import type { WireFacts } from '../../runtime/host/wire-facts.ts';
import type { CheckpointFacts, EditEffect, NodeReport, SessionEvent } from '../../runtime/session/events.ts';

type EventOf<Type extends SessionEvent['type']> = Extract<SessionEvent, { readonly type: Type }>;

export type RunFacts = Omit<EventOf<'run'>, 'type'>;
export type IterationFacts = Omit<EventOf<'iteration'>, 'type'>;

/** How the worker is. */
export type WorkerState =
  | { readonly type: 'starting' }
  | { readonly type: 'ready' }
  /** Another is being started, or tried again on another device; the pictures go on from their last copies. */
  | { readonly type: 'recovering'; readonly reason: Message }
  /** Nothing is computed until the person asks for it. */
  | { readonly type: 'stopped'; readonly reason: Message };

export interface PaintingState {
  readonly worker: WorkerState;
  readonly backend?: BackendFacts;
  readonly memory?: MemoryUse;
  readonly effect?: EditEffect;
  /** Everything that is wrong with the document, and by node. */
  readonly problems: readonly Problem[];
  readonly problemsAt: Readonly<Record<NodeId, readonly Problem[]>>;
  readonly reports: Readonly<Record<NodeId, NodeReport>>;
  readonly wires: Readonly<Record<string, WireFacts>>;
  readonly runs: Readonly<Record<NodeId, RunFacts>>;
  /** The newest of each optimiser. */
  readonly iterations: Readonly<Record<NodeId, IterationFacts>>;
  /** By optimiser, oldest first. */
  readonly checkpoints: Readonly<Record<NodeId, readonly CheckpointFacts[]>>;
}

export const nothingPainted: PaintingState = {
  worker: { type: 'starting' },
  problems: [],
  problemsAt: {},
  reports: {},
  wires: {},
  runs: {},
  iterations: {},
  checkpoints: {},
};

export const usePainting = create<PaintingState>()(() => nothingPainted);
