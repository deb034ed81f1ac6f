/**
 * The product that most of the time goes into: 4 rows with 8 columns, with the 32 sums in registers. For a
 * convolution a row is a tile, a column an output channel, and the sum is over the input channels. One term at a
 * time: V8 makes slower code of a loop that takes two or four (34 to 54 instead of 60 GFLOP/s, in Node 20 to 24).
 */
import { multiplyAdd } from './arithmetic';

/**
 * @param row The first of 4 rows of terms, `rowStep` bytes apart.
 * @param columns [terms][8].
 * @param to 4 rows of 8, `step` bytes apart.
 * @param fresh Whether the sums begin with 0, or with what is there.
 */
export function multiplyPanels(
  row: usize, rowStep: usize, columns: usize, terms: i32, to: usize, step: usize, fresh: bool,
): void {
  let p0 = f32x4.splat(0);
  let p1 = p0;
  let q0 = p0;
  let q1 = p0;
  let r0 = p0;
  let r1 = p0;
  let s0 = p0;
  let s1 = p0;
  if (!fresh) {
    p0 = v128.load(to);
    p1 = v128.load(to, 16);
    q0 = v128.load(to + step);
    q1 = v128.load(to + step, 16);
    r0 = v128.load(to + 2 * step);
    r1 = v128.load(to + 2 * step, 16);
    s0 = v128.load(to + 3 * step);
    s1 = v128.load(to + 3 * step, 16);
  }
  let second = row + rowStep;
  let third = second + rowStep;
  let fourth = third + rowStep;
  const end = row + (<usize>terms << 2);
  while (row < end) {
    const low = v128.load(columns);
    const high = v128.load(columns, 16);
    let factor = v128.load32_splat(row);
    p0 = multiplyAdd(factor, low, p0);
    p1 = multiplyAdd(factor, high, p1);
    factor = v128.load32_splat(second);
    q0 = multiplyAdd(factor, low, q0);
    q1 = multiplyAdd(factor, high, q1);
    factor = v128.load32_splat(third);
    r0 = multiplyAdd(factor, low, r0);
    r1 = multiplyAdd(factor, high, r1);
    factor = v128.load32_splat(fourth);
    s0 = multiplyAdd(factor, low, s0);
    s1 = multiplyAdd(factor, high, s1);
    columns += 32;
    row += 4;
    second += 4;
    third += 4;
    fourth += 4;
  }
  v128.store(to, p0);
  v128.store(to, p1, 16);
  to += step;
  v128.store(to, q0);
  v128.store(to, q1, 16);
  to += step;
  v128.store(to, r0);
  v128.store(to, r1, 16);
  to += step;
  v128.store(to, s0);
  v128.store(to, s1, 16);
}
