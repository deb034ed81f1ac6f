import type { Text } from '../../../language/text.ts';

/** A word of the field, in a few sentences that a student understands who has met the words it links to. */
export interface GlossaryEntry {
  /** What links name: `[Gram matrix](term:gram-matrix)`. */
  readonly id: string;
  readonly term: Text;
  /** Other ways to write it, for the search. */
  readonly also?: string;
  /** Markdown. */
  readonly text: Text;
  readonly formula?: string;
  /** Kinds of nodes that it is met in. */
  readonly kinds?: readonly string[];
}
