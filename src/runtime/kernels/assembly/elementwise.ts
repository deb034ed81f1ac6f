/** What a picture's few channels go through: too little work for threads, but slow where a library spreads it out. */
import { loadSome, multiplyAdd, storeSome } from './arithmetic';

/** `to` = a − b, of `count` numbers. */
function subtract(a: usize, b: usize, to: usize, count: i32): void {
  for (let at = 0; at < count; at += 4) {
    const offset = <usize>at << 2;
    const some = count - at;
    storeSome(to + offset, f32x4.sub(loadSome(a + offset, some), loadSome(b + offset, some)), some);
  }
}

/** Of [outer, count, inner], each of `count` taken from the next one: [outer, count − 1, inner]. */
export function differences(x: usize, y: usize, outer: i32, count: i32, inner: i32): void {
  const step = <usize>inner << 2;
  for (let line = 0; line < outer; line++, x += <usize>count * step, y += <usize>(count - 1) * step) {
    subtract(x + step, x, y, (count - 1) * inner);
  }
}

/** The transpose of {@link differences}: [outer, count, inner] → [outer, count + 1, inner]. */
export function differencesBack(x: usize, y: usize, outer: i32, count: i32, inner: i32): void {
  const step = <usize>inner << 2;
  for (let line = 0; line < outer; line++, x += <usize>count * step, y += <usize>(count + 1) * step) {
    for (let at: usize = 0; at < step; at += 4) f32.store(y + at, -f32.load(x + at));
    subtract(x, x + step, y + step, (count - 1) * inner);
    memory.copy(y + <usize>count * step, x + <usize>(count - 1) * step, step);
  }
}

/** x · factor + offset of each channel. */
export function scaleChannels(
  x: usize, factors: usize, offsets: usize, y: usize, positions: i32, channels: i32,
): void {
  for (let position = 0; position < positions; position++) {
    for (let channel = 0; channel < channels; channel += 4) {
      const some = channels - channel;
      const at = <usize>channel << 2;
      const product = multiplyAdd(loadSome(x + at, some), loadSome(factors + at, some), loadSome(offsets + at, some));
      storeSome(y + at, product, some);
    }
    x += <usize>channels << 2;
    y += <usize>channels << 2;
  }
}
