/** Whether a plan fits what a backend has, and if not, how large a picture would (rule R6). */
import { applyEdits } from '../../graph/apply.ts';
import { validate } from '../../graph/validate.ts';
import { type Message, message } from '../../language/message.ts';
import { compile } from '../../runtime/compile/compile.ts';
import { type Forecast, forecast } from '../../runtime/compile/forecast.ts';
import type { Backend } from '../../runtime/execute/backend.ts';
import { formatBytes } from '../format.ts';
import type { CheckedGraph } from './check-graph.ts';
import { resizeTo, sizeOf } from './resize-to.ts';

/** What a plan may take. */
export type Room = Pick<Backend, 'description' | 'memoryLimit' | 'largestTensor'>;

/** Why `graph` does not fit into `room`, with a size that does; nothing if it fits. */
export function refuseSize(graph: CheckedGraph, room: Room, ahead: number): Message | undefined {
  const needed = forecast(graph.plan, ahead);
  const excess = exceeds(needed, room);
  if (!excess) return undefined;
  const side = largestSide(graph, room, ahead);
  const backend = room.description;
  return excess === 'memory'
    ? message('plan.too-large', {
        needed: formatBytes(needed.peakBytes),
        backend,
        limit: formatBytes(room.memoryLimit),
        side,
      })
    : message('plan.tensor-too-large', {
        needed: formatBytes(needed.largest.bytes),
        backend,
        limit: formatBytes(room.largestTensor),
        side,
      });
}

function exceeds({ peakBytes, largest }: Forecast, room: Room): 'memory' | 'tensor' | undefined {
  if (peakBytes > room.memoryLimit) return 'memory';
  return largest.bytes > room.largestTensor ? 'tensor' : undefined;
}

/** Sizes are tried in steps of so many pixels: what a person would type. */
const step = 16;

/** The largest size, found by halving, at which the graph fits; 0 if none does or nothing is resized. */
function largestSide(graph: CheckedGraph, room: Room, ahead: number): number {
  const size = sizeOf(graph.validated.document, graph.registry);
  if (size === undefined) return 0;
  let fits = 0;
  let tooLarge = Math.ceil(size / step);
  while (tooLarge - fits > 1) {
    const middle = Math.floor((fits + tooLarge) / 2);
    if (fitsAt(graph, middle * step, room, ahead)) fits = middle;
    else tooLarge = middle;
  }
  return fits * step;
}

function fitsAt(
  { validated, registry, facts }: CheckedGraph,
  size: number,
  room: Room,
  ahead: number,
): boolean {
  const edits = resizeTo(validated.document, registry, size);
  if (!edits.ok) return false;
  const resized = applyEdits(validated.document, edits.value);
  if (!resized.ok) return false;
  const checked = validate(resized.value, registry, facts);
  if (!checked.ok) return false;
  const plan = compile(checked.value, registry, facts);
  return plan.ok && !exceeds(forecast(plan.value, ahead), room);
}
