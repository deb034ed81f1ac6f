/**
 * A sweep in parts that know nothing of each other: part `index` of `of`, counted from 1 as test runners count
 * theirs. Every cell is in exactly one part, the parts differ by one cell at most, and each is one run of the
 * cells as they share targets.
 */
import { message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';
import type { Cell, Grid } from './grid.ts';
import { byTargets } from './order.ts';

export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly of: number;
}

export const wholeSweep: Shard = { index: 1, of: 1 };

/** `2/4`. */
export function readShard(text: string): Result<Shard> {
  const [, first = '', second = ''] = /^(\d{1,6})\/(\d{1,6})$/.exec(text.trim()) ?? [];
  const [index, of] = [Number(first), Number(second)];
  if (first !== '' && of > 0 && index === 0) {
    return failure(message('sweep.shard-from-zero', { text, of: String(of) }));
  }
  return index >= 1 && index <= of ? success({ index, of }) : failure(message('sweep.shard', { text }));
}

export function cellsOfShard(grid: Grid, { index, of }: Shard): Cell[] {
  const cells = byTargets(grid);
  const boundary = (part: number) => Math.floor((part * cells.length) / of);
  return cells.slice(boundary(index - 1), boundary(index));
}
