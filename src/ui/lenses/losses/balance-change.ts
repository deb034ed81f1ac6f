/** Whether switching layers on or off has changed the balance, and how: what is told of it. */
import type { MeasuredPull } from '../../../runtime/lenses/balance.ts';
import { sharesOf } from './shares.ts';

export interface BalanceChange {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** The pull whose share changed most, with its share before and after, from 0 to 1. */
  readonly name: string;
  readonly before: number;
  readonly after: number;
}

/** A share that changed by less is no news. */
const audible = 0.05;

/** Undefined where the terms are the same, or hardly any share is another. */
export function balanceChange(
  before: readonly MeasuredPull[],
  now: readonly MeasuredPull[],
): BalanceChange | undefined {
  const [old, fresh] = [termsOf(before), termsOf(now)];
  const added = fresh.filter(term => !old.includes(term));
  const removed = old.filter(term => !fresh.includes(term));
  if (added.length === 0 && removed.length === 0) return undefined;
  const [was, is] = [sharesOf(before), sharesOf(now)];
  let most: BalanceChange | undefined;
  for (const [name, { pull }] of is) {
    const then = was.get(name)?.pull;
    if (then === undefined || Math.abs(pull - then) < audible) continue;
    if (most && Math.abs(pull - then) <= Math.abs(most.after - most.before)) continue;
    most = { added, removed, name, before: then, after: pull };
  }
  return most;
}

const termsOf = (pulls: readonly MeasuredPull[]): readonly string[] => pulls.flatMap(({ terms }) => terms);
