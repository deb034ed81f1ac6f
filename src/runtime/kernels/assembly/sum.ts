/** All numbers of a tensor added up, or their squares, in one pass. */
import { loadSome, multiplyAdd } from './arithmetic';

/** So many are added up in float32, by sixteen sums side by side; these in float64. */
const numbersAtOnce: i32 = 4096;

/** `y`, a scalar, becomes the sum of `count` numbers, or of their squares, times `factor`. */
export function sumUp(x: usize, y: usize, count: i32, squares: bool, factor: f64): void {
  let sum: f64 = 0;
  for (let at = 0; at < count; at += numbersAtOnce) {
    sum += sumOfSome(x + (<usize>at << 2), min(numbersAtOnce, count - at), squares);
  }
  f32.store(y, <f32>(sum * factor));
}

function sumOfSome(x: usize, count: i32, squares: bool): f64 {
  let p = f32x4.splat(0);
  let q = p;
  let r = p;
  let s = p;
  let at = 0;
  for (; at + 16 <= count; at += 16, x += 64) {
    p = added(v128.load(x), p, squares);
    q = added(v128.load(x, 16), q, squares);
    r = added(v128.load(x, 32), r, squares);
    s = added(v128.load(x, 48), s, squares);
  }
  for (; at < count; at += 4, x += 16) p = added(loadSome(x, count - at), p, squares);
  const all = f32x4.add(f32x4.add(p, q), f32x4.add(r, s));
  return (
    <f64>f32x4.extract_lane(all, 0) + <f64>f32x4.extract_lane(all, 1) +
    <f64>f32x4.extract_lane(all, 2) + <f64>f32x4.extract_lane(all, 3)
  );
}

// @ts-ignore: decorator
@inline
function added(numbers: v128, sum: v128, squares: bool): v128 {
  return squares ? multiplyAdd(numbers, numbers, sum) : f32x4.add(sum, numbers);
}
