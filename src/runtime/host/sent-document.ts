/** The document as the worker knows it: only what has changed is sent, the whole where the two are out of step. */
import type { Patch } from 'immer';
import type { GraphDocument } from '../../graph/document.ts';
import type { Remote } from './connection.ts';

export class SentDocument {
  #document: GraphDocument | undefined;
  #number = 0;
  /** The last number that the worker that is there was sent. */
  #sent = 0;

  get latest(): GraphDocument | undefined {
    return this.#document;
  }

  /** A new state of the document, and its number. */
  take(document: GraphDocument): number {
    this.#document = document;
    this.#number += 1;
    return this.#number;
  }

  /** Tells a fresh worker the last state. */
  async sendWhole(remote: Remote): Promise<void> {
    this.#sent = this.#number;
    if (this.#document) await remote.edit({ number: this.#number, document: this.#document });
  }

  /** Whether the document that is there from `number` on is still to be told; from here on it is not. */
  exchanges(number: number): boolean {
    // A worker that was just started was told of the last.
    if (number <= this.#sent) return false;
    this.#sent = number;
    return true;
  }

  /** Tells of the state of `number`, by `patches` from the one before where the worker knows that. */
  async send(
    remote: Remote,
    number: number,
    document: GraphDocument,
    patches?: readonly Patch[],
  ): Promise<void> {
    const since = this.#sent;
    // A worker that was just started was told of the last.
    if (number <= since) return;
    this.#sent = number;
    const taken = await (patches && since === number - 1
      ? remote.edit({ number, since, patches })
      : remote.edit({ number, document }));
    if (!taken.ok && number === this.#number) await remote.edit({ number, document });
  }
}
