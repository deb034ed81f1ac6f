/**
 * How long what is computed once is kept: until the last part of the plan that asks for it. A result of an
 * optimiser is asked for also by what is made of it: unlike a target, nothing could compute it again.
 */
import { reachable } from '../ir/reachable.ts';
import type { Value } from '../ir/value.ts';
import type { Plan } from './plan.ts';

/** For each value that stages or outputs ask for, the last stage that does; for outputs, one beyond the last. */
export function lastNeeded({ stages, outputs }: Plan): ReadonlyMap<Value, number> {
  const last = new Map<Value, number>();
  const parts = [...stages.map(({ once }) => once), outputs.map(({ value }) => value)];
  for (const [at, asked] of parts.entries()) {
    for (const value of asked) last.set(value, at);
    for (const value of reachable(asked)) if (value.op.name === 'outcome') last.set(value, at);
  }
  return last;
}
