/** What an optimiser does to a picture, in one pass each: too little work for threads. Its scalars are places, too. */
import { loadSome, multiplyAdd, storeSome } from './arithmetic';

/** average · keep + sample · take of `count` numbers; of `squares`, with sample² in the place of sample. */
export function averageMoving(
  average: usize, sample: usize, keep: usize, take: usize, y: usize, count: i32, squares: bool,
): void {
  const kept = v128.load32_splat(keep);
  const taken = v128.load32_splat(take);
  for (let at = 0; at < count; at += 4) {
    const offset = <usize>at << 2;
    const some = count - at;
    let fresh = loadSome(sample + offset, some);
    if (squares) fresh = f32x4.mul(fresh, fresh);
    const before = f32x4.mul(loadSome(average + offset, some), kept);
    storeSome(y + offset, multiplyAdd(fresh, taken, before), some);
  }
}

/** x − step · m / (√v · correction + ε), not below `low` and not above `high`; what is no number stays none. */
export function stepByAdam(
  x: usize, m: usize, v: usize, step: usize, correction: usize, epsilon: usize, y: usize,
  count: i32, low: f32, high: f32,
): void {
  const back = f32x4.neg(v128.load32_splat(step));
  const corrected = v128.load32_splat(correction);
  const least = v128.load32_splat(epsilon);
  for (let at = 0; at < count; at += 4) {
    const offset = <usize>at << 2;
    const some = count - at;
    const deviation = multiplyAdd(f32x4.sqrt(loadSome(v + offset, some)), corrected, least);
    const direction = f32x4.div(loadSome(m + offset, some), deviation);
    const next = multiplyAdd(direction, back, loadSome(x + offset, some));
    storeSome(y + offset, f32x4.min(f32x4.max(next, f32x4.splat(low)), f32x4.splat(high)), some);
  }
}
