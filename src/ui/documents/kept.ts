/** What the browser keeps of a person's work: documents, and the pictures of their own that these name. */
import type { Shown } from '../../graph/share/link.ts';

export interface KeptDocument {
  readonly id: string;
  readonly title: string;
  /** As a `*.gramarye.json` has it. */
  readonly text: string;
  /** When it was changed last, in milliseconds since 1970. */
  readonly changed: number;
  /** Another with every write, so that whoever writes knows whether somebody else has written meanwhile. */
  readonly revision: string;
  /** The newest picture, small. */
  readonly thumbnail?: Blob;
  /** What whoever sent it wants shown of it. */
  readonly shown?: Shown;
}

export interface KeptPicture {
  /** `file:NAME`; the same name is never given to two pictures. */
  readonly reference: string;
  /** SHA-256 of the file. */
  readonly hash: string;
  readonly blob: Blob;
  readonly added: number;
  /** Painted for a Mask node: of no use as a picture. */
  readonly isMask?: true;
}
