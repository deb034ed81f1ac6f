import type { NodeId } from '../../graph/document.ts';
import type { Message } from '../../language/message.ts';
import type { Frame, HostEvent, OpenOptions } from './protocol.ts';
import type { Heartbeat } from './sign-of-life.ts';
import type { WorkerHandle } from './worker-handle.ts';

export interface ClientOptions {
  readonly startWorker: () => WorkerHandle;
  readonly open: OpenOptions;
  /** So many milliseconds lie between two copies of a painting under way. */
  readonly copyEvery?: number;
  readonly heartbeat?: Heartbeat;
  /** Milliseconds, from any beginning. */
  readonly now?: () => number;
}

export type ClientEvent =
  | HostEvent
  /** The worker has ended; another is being started. */
  | { readonly type: 'crashed'; readonly reason: Message }
  /** No worker is there, and none is started until the document is edited or somebody asks for it. */
  | { readonly type: 'stopped'; readonly reason: Message }
  /** There are newer copies of these optimisers' paintings. */
  | { readonly type: 'copied'; readonly optimisers: readonly NodeId[] };

/** The page takes a frame when this has returned, or what it gave is settled; then there may be another. */
export type FrameListener = (frame: Frame) => void | Promise<void>;
