/** The document as the worker has it: led on by numbered changes, so that both sides know when they differ. */
import { applyPatches } from 'immer';
import { applyEdits } from '../../graph/apply.ts';
import type { GraphDocument } from '../../graph/document.ts';
import { message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';
import type { NumberedChange } from './protocol.ts';

export class NumberedDocument {
  #document: GraphDocument | undefined;
  #number = 0;

  /**
   * The document after `change`. Refused, and as it was, where the change leads on from another state than
   * this one or cannot be applied: then the whole document is wanted.
   */
  take(change: NumberedChange): Result<GraphDocument> {
    const after = this.#after(change);
    if (!after.ok) return after;
    this.#document = after.value;
    this.#number = change.number;
    return after;
  }

  #after(change: NumberedChange): Result<GraphDocument> {
    if ('document' in change) return success(change.document);
    const before = this.#document;
    if (!before || change.since !== this.#number) return failure(message('host.out-of-step'));
    if ('edits' in change) return applyEdits(before, change.edits);
    try {
      return success(applyPatches(before, change.patches));
    } catch {
      return failure(message('host.out-of-step'));
    }
  }
}
