/** A problem as a line of text: the node that it is at, the reason, and what would mend it. */
import type { GraphDocument } from '../graph/document.ts';
import type { Registry } from '../graph/kind.ts';
import { own } from '../graph/own.ts';
import type { Problem } from '../graph/problem.ts';
import { type Message, message, say } from '../language/message.ts';
import { nodeKinds } from '../nodes/registry.ts';

/** The reason, preceded by the node where the sentence does not name it anyway. */
export function problemText(
  { node, reason }: Problem,
  document?: GraphDocument,
  registry: Registry = nodeKinds,
): Message {
  if (node === undefined || new RegExp(`\`${node}[\`./]`).test(say(reason))) return reason;
  const { title, kind = '' } = own(document?.nodes ?? {}, node) ?? {};
  const name = title ?? registry.get(kind)?.title;
  return name === undefined
    ? message('problem.at-node', { node, reason })
    : message('problem.at-titled-node', { node, title: name, reason });
}
