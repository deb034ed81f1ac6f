/** What gestures on documents come to, said shortly. */
import { say } from '../../language/message.ts';
import { applyEdits } from '../apply.ts';
import type { GraphDocument } from '../document.ts';
import type { Edit } from '../edit.ts';
import { targetKey, wireKey } from '../ends.ts';

/** `document` after `edits`, which must fit it. */
export function edited(document: GraphDocument, ...edits: readonly Edit[]): GraphDocument {
  const applied = applyEdits(document, edits);
  if (!applied.ok) throw new Error(say(applied.reason));
  return applied.value;
}

/** `a.image → out.image` for each wire, sorted. */
export const wiresOf = ({ edges }: GraphDocument): string[] =>
  Object.values(edges)
    .map(({ from, to }) => `${wireKey(from)} → ${targetKey(to)}`)
    .sort();
