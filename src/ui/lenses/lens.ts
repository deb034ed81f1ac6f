import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import type { GraphDocument, NodeId } from '../../graph/document.ts';
import type { Message } from '../../language/message.ts';
import type { Text } from '../../language/text.ts';

/** Something that looks into a node, in a window of its own. It changes nothing of the document. */
export interface LensOfNode {
  readonly id: string;
  readonly title: Text;
  /** One line: what one sees. */
  readonly summary: Text;
  readonly icon: LucideIcon;
  /** Other words that a person may search for. */
  readonly keywords: Text;
  readonly keys?: readonly string[];
  /** Why it cannot be opened, where no node suits it. */
  readonly nothing?: Message;
  suits(document: GraphDocument, node: NodeId): boolean;
  /** Loaded when it is first opened. */
  readonly Panel: ComponentType<{ readonly node: NodeId }>;
}
