import { isView, type Schedule } from '../../../src/runtime/compile/schedule.ts';
import { bytes } from '../../../src/runtime/ir/value.ts';

/**
 * Bytes that the ops of a schedule read and write, each tensor once for each op that takes it: what would pass
 * between memory and processor if no cache held anything from one op to the next.
 */
export const bytesMoved = ({ steps }: Pick<Schedule, 'steps'>): number =>
  steps.reduce((sum, { value }) => {
    if (isView(value)) return sum;
    const read = value.operands.reduce((all, { shape }) => all + bytes(shape), 0);
    return sum + read + bytes(value.shape);
  }, 0);
