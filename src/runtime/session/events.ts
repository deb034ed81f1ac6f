/** What a session tells of itself: plain data, fit to cross to another thread. */
import type { NodeId } from '../../graph/document.ts';
import type { Problem } from '../../graph/problem.ts';
import type { Message } from '../../language/message.ts';
import type { TermReading } from '../execute/health.ts';
import type { HostTensor } from '../execute/resources.ts';

/** How an edit was taken up. */
export type EditEffect =
  /** Nothing that is computed has changed: a node was moved or named. */
  | 'none'
  /** Numbers that the loop reads anew at each iteration. */
  | 'live'
  /** The graph was compiled again. */
  | 'compiled';

export type RunState =
  /** For an optimiser that it starts from, or for its part of the graph to be whole. */
  'waiting' | 'preparing' | 'running' | 'paused' | 'done' | 'failed';

/** Whether a node's values were there, and if not, why not (rule R11). */
export interface NodeReport {
  readonly state: 'waiting' | 'running' | 'hit' | 'miss' | 'stale' | 'failed';
  readonly why?: Message;
  /** Bytes that the cache holds of it. */
  readonly bytes: number;
  /** What its values took when they were last computed. */
  readonly milliseconds: number;
}

export interface CheckpointFacts {
  readonly id: string;
  readonly iteration: number;
  /** Edited on the way: the document alone does not repeat it. */
  readonly mixed: boolean;
  readonly loss?: number;
}

export interface ScaleFacts {
  /** From 1 on. */
  readonly at: number;
  readonly of: number;
  readonly width: number;
  readonly height: number;
  /** The iteration with which it ends. */
  readonly until: number;
  /** How many iterations of the present scale take as much work as all that comes after it. */
  readonly ahead: number;
}

export type SessionEvent =
  /** The edit of this number has taken effect. `problems` are of the nodes that cannot be computed. */
  | {
      readonly type: 'applied';
      readonly edit: number;
      readonly effect: EditEffect;
      readonly problems: readonly Problem[];
    }
  | { readonly type: 'nodes'; readonly reports: Readonly<Record<NodeId, NodeReport>> }
  | {
      readonly type: 'run';
      readonly optimiser: NodeId;
      readonly state: RunState;
      readonly iteration: number;
      readonly until: number;
      readonly mixed: boolean;
      /** Where its picture is painted at several scales, the present one. */
      readonly scale?: ScaleFacts;
    }
  | {
      readonly type: 'iteration';
      readonly optimiser: NodeId;
      readonly iteration: number;
      readonly until: number;
      /** At the picture that the iteration started from; `total` is Σ value · weight. */
      readonly terms: readonly TermReading[];
      readonly total: number;
    }
  | {
      readonly type: 'picture';
      readonly optimiser: NodeId;
      readonly iteration: number;
      readonly picture: HostTensor;
    }
  | { readonly type: 'checkpoint'; readonly optimiser: NodeId; readonly checkpoint: CheckpointFacts }
  | { readonly type: 'output'; readonly node: NodeId; readonly picture: HostTensor }
  | { readonly type: 'failed'; readonly problem: Problem; readonly optimiser?: NodeId }
  /** The device is gone; the session goes on from its last checkpoints once there is another. */
  | { readonly type: 'lost'; readonly reason: Message };
