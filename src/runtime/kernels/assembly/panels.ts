/**
 * The product that most of the time goes into: 4 rows with 8 columns, with the 32 sums in registers. For a
 * convolution a row is a tile, a column an output channel, and the sum is over the input channels.
 */
import { multiplyAdd } from './arithmetic';

/**
 * @param rows For each 4 terms, four of each of 4 rows: [terms / 4][4 rows][4].
 * @param columns [terms][8].
 * @param terms A multiple of 4.
 * @param to 4 rows of 8, `step` bytes apart.
 * @param fresh Whether the sums begin with 0, or with what is there.
 */
export function multiplyPanels(
  rows: usize, columns: usize, terms: i32, to: usize, step: usize, fresh: bool,
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
  const end = rows + (<usize>terms << 4);
  for (; rows < end; rows += 64, columns += 128) {
    let low = v128.load(columns);
    let high = v128.load(columns, 16);
    let pixel = v128.load32_splat(rows);
    p0 = multiplyAdd(pixel, low, p0);
    p1 = multiplyAdd(pixel, high, p1);
    pixel = v128.load32_splat(rows, 16);
    q0 = multiplyAdd(pixel, low, q0);
    q1 = multiplyAdd(pixel, high, q1);
    pixel = v128.load32_splat(rows, 32);
    r0 = multiplyAdd(pixel, low, r0);
    r1 = multiplyAdd(pixel, high, r1);
    pixel = v128.load32_splat(rows, 48);
    s0 = multiplyAdd(pixel, low, s0);
    s1 = multiplyAdd(pixel, high, s1);
    low = v128.load(columns, 32);
    high = v128.load(columns, 48);
    pixel = v128.load32_splat(rows, 4);
    p0 = multiplyAdd(pixel, low, p0);
    p1 = multiplyAdd(pixel, high, p1);
    pixel = v128.load32_splat(rows, 20);
    q0 = multiplyAdd(pixel, low, q0);
    q1 = multiplyAdd(pixel, high, q1);
    pixel = v128.load32_splat(rows, 36);
    r0 = multiplyAdd(pixel, low, r0);
    r1 = multiplyAdd(pixel, high, r1);
    pixel = v128.load32_splat(rows, 52);
    s0 = multiplyAdd(pixel, low, s0);
    s1 = multiplyAdd(pixel, high, s1);
    low = v128.load(columns, 64);
    high = v128.load(columns, 80);
    pixel = v128.load32_splat(rows, 8);
    p0 = multiplyAdd(pixel, low, p0);
    p1 = multiplyAdd(pixel, high, p1);
    pixel = v128.load32_splat(rows, 24);
    q0 = multiplyAdd(pixel, low, q0);
    q1 = multiplyAdd(pixel, high, q1);
    pixel = v128.load32_splat(rows, 40);
    r0 = multiplyAdd(pixel, low, r0);
    r1 = multiplyAdd(pixel, high, r1);
    pixel = v128.load32_splat(rows, 56);
    s0 = multiplyAdd(pixel, low, s0);
    s1 = multiplyAdd(pixel, high, s1);
    low = v128.load(columns, 96);
    high = v128.load(columns, 112);
    pixel = v128.load32_splat(rows, 12);
    p0 = multiplyAdd(pixel, low, p0);
    p1 = multiplyAdd(pixel, high, p1);
    pixel = v128.load32_splat(rows, 28);
    q0 = multiplyAdd(pixel, low, q0);
    q1 = multiplyAdd(pixel, high, q1);
    pixel = v128.load32_splat(rows, 44);
    r0 = multiplyAdd(pixel, low, r0);
    r1 = multiplyAdd(pixel, high, r1);
    pixel = v128.load32_splat(rows, 60);
    s0 = multiplyAdd(pixel, low, s0);
    s1 = multiplyAdd(pixel, high, s1);
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
