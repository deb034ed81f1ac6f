import type { Value } from './value.ts';
import { ValueNumbers } from './value-numbers.ts';

const state = new ValueNumbers();
const unseen = 0;
const entered = 1;
const emitted = 2;

/**
 * Everything that `roots` need, themselves included, inputs before what uses them. `roots` are of one
 * program. Linear, and not recursive: programs are deep.
 */
export function reachable(roots: readonly Value[]): Value[] {
  const found: Value[] = [];
  const open = roots.toReversed();
  for (let value = open.at(-1); value; value = open.at(-1)) {
    const before = state.get(value);
    if (before === unseen) {
      state.set(value, entered);
      for (const operand of value.operands) if (state.get(operand) === unseen) open.push(operand);
    } else {
      open.pop();
      if (before === entered) found.push(value);
      state.set(value, emitted);
    }
  }
  state.wipe();
  return found;
}
