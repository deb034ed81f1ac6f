/** a · b + c, rounded once where the machine does that (relaxed SIMD) and twice elsewhere. */
// @ts-ignore: decorator
@inline
export function multiplyAdd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c);
  return f32x4.add(f32x4.mul(a, b), c);
}

/** The next multiple. */
// @ts-ignore: decorator
@inline
export function upTo(multiple: i32, count: i32): i32 {
  return ((count + multiple - 1) / multiple) * multiple;
}

/** How many parts of at most so many. */
// @ts-ignore: decorator
@inline
export function parts(count: i32, most: i32): i32 {
  return (count + most - 1) / most;
}

/** As many of the four numbers at `from` as there are, zeros behind them; never reads beyond. */
// @ts-ignore: decorator
@inline
export function loadSome(from: usize, count: i32): v128 {
  return count >= 4 ? v128.load(from) : loadFew(from, count);
}

function loadFew(from: usize, count: i32): v128 {
  if (count <= 0) return f32x4.splat(0);
  if (count == 3) return v128.load32_lane(from + 8, v128.load64_zero(from), 2);
  return count == 2 ? v128.load64_zero(from) : v128.load32_zero(from);
}

/** Writes as many of the four numbers as there is room for. */
// @ts-ignore: decorator
@inline
export function storeSome(to: usize, numbers: v128, count: i32): void {
  if (count >= 4) v128.store(to, numbers);
  else storeFew(to, numbers, count);
}

function storeFew(to: usize, numbers: v128, count: i32): void {
  if (count == 1) {
    v128.store32_lane(to, numbers, 0);
    return;
  }
  v128.store64_lane(to, numbers, 0);
  if (count == 3) v128.store32_lane(to + 8, numbers, 2);
}
