/** Nodes, frames and notes as React Flow's nodes: `gram`, `frame:style`, `note:why`. No name has a colon in it. */
import type { Thing } from '../../graph/gestures/thing.ts';

export const flowId = ({ type, id }: Thing): string => (type === 'node' ? id : `${type}:${id}`);

export function thingOf(flowId: string): Thing {
  const [type = '', id] = flowId.split(':');
  if (id === undefined) return { type: 'node', id: type };
  return { type: type === 'frame' ? 'frame' : 'note', id };
}
