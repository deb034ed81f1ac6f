/** Whether a plan fits what a backend has, and if not, what would: a smaller size, a smaller encoder, fewer layers (rules R6, R8). */
import type { Facts, Registry } from '../../graph/kind.ts';
import type { Problem } from '../../graph/problem.ts';
import type { Validated } from '../../graph/validate.ts';
import type { EncoderFacts } from '../../graph/wire.ts';
import { formatBytes } from '../../language/format.ts';
import { message } from '../../language/message.ts';
import { success } from '../../language/result.ts';
import { type Forecast, fitsInto, forecast } from '../../runtime/compile/forecast.ts';
import type { LowerableKind } from '../../runtime/compile/lowerable.ts';
import type { Plan } from '../../runtime/compile/plan.ts';
import type { Backend } from '../../runtime/execute/backend.ts';
import { offersFor } from './offers.ts';

/** What a plan may take. */
export type Room = Pick<Backend, 'description' | 'memoryLimit' | 'largestTensor'>;

/** A graph that compiles, and what it takes to compile a variation of it. */
export interface Fitting {
  readonly validated: Validated;
  readonly plan: Plan;
  readonly facts: Facts;
  readonly registry: Registry<LowerableKind>;
  /** Bytes that plans are to do with, where they can. */
  readonly memory?: number | undefined;
}

export interface FitOptions {
  /** How many iterations may be under way at once. */
  readonly ahead: number;
  /** The encoder that ships, to be offered where it is smaller. */
  readonly lite?: EncoderFacts | undefined;
}

/** Whether it does; quickly found out, unlike what would. */
export const fits = ({ plan }: Fitting, room: Room, ahead: number): boolean =>
  exceeds(forecast(plan, ahead), room) === undefined;

/** Why `graph` does not fit into `room`, with what would; nothing if it fits. */
export function refuseSize(graph: Fitting, room: Room, { ahead, lite }: FitOptions): Problem | undefined {
  const needed = forecast(graph.plan, ahead);
  const excess = exceeds(needed, room);
  if (!excess) return undefined;
  const facts: Facts = lite
    ? { ...graph.facts, encoder: name => (name === 'lite' ? success(lite) : graph.facts.encoder(name)) }
    : graph.facts;
  const offers = offersFor({ ...graph, facts }, (plan: Plan) => !exceeds(forecast(plan, ahead), room));
  const backend = room.description;
  const reason =
    excess === 'memory'
      ? message('plan.too-large', {
          needed: formatBytes(needed.leastHeapBytes),
          backend,
          limit: formatBytes(room.memoryLimit),
        })
      : message('plan.tensor-too-large', {
          needed: formatBytes(needed.largest.bytes),
          backend,
          limit: formatBytes(room.largestTensor),
        });
  const [fix] = offers;
  return { severity: 'error', reason, ...(fix && { fix, offers }) };
}

function exceeds(foreseen: Forecast, room: Room): 'memory' | 'tensor' | undefined {
  if (!fitsInto(room.memoryLimit, foreseen)) return 'memory';
  return foreseen.largest.bytes > room.largestTensor ? 'tensor' : undefined;
}
