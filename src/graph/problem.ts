import type { Message } from '../language/message.ts';
import type { Result } from '../language/result.ts';
import type { EdgeId, NodeId } from './document.ts';
import type { Edit } from './edit.ts';

/** What is wrong, where, why, and, where there is one, the edit that mends it. */
export interface Problem {
  /** An error keeps the node from being computed; a warning says what will be ignored. */
  readonly severity: 'error' | 'warning';
  readonly reason: Message;
  readonly node?: NodeId;
  readonly edge?: EdgeId;
  readonly port?: string;
  readonly param?: string;
  readonly fix?: Fix;
  /** Where several edits would mend it, each by itself: all of them, `fix` the first. */
  readonly offers?: readonly Fix[];
}

export interface Fix {
  readonly label: Message;
  readonly edits: readonly Edit[];
}

export type Checked<T> = Result<T, readonly Problem[]>;
