/**
 * The product that all of a convolution's time goes into: 4 tiles with 8 output channels, summed over the input
 * channels, with the 32 sums in registers.
 */
import { multiplyAdd } from './arithmetic';

/**
 * @param tiles For each 4 channels, four of each of 4 tiles: [channels / 4][4 tiles][4].
 * @param weights [channels][8].
 * @param channels A multiple of 4.
 * @param to 4 rows of 8, `step` bytes apart.
 */
export function multiplyPanels(tiles: usize, weights: usize, channels: i32, to: usize, step: usize): void {
  let p0 = f32x4.splat(0);
  let p1 = p0;
  let q0 = p0;
  let q1 = p0;
  let r0 = p0;
  let r1 = p0;
  let s0 = p0;
  let s1 = p0;
  const end = tiles + (<usize>channels << 4);
  for (; tiles < end; tiles += 64, weights += 128) {
    let low = v128.load(weights);
    let high = v128.load(weights, 16);
    let pixel = v128.load32_splat(tiles);
    p0 = multiplyAdd(pixel, low, p0);
    p1 = multiplyAdd(pixel, high, p1);
    pixel = v128.load32_splat(tiles, 16);
    q0 = multiplyAdd(pixel, low, q0);
    q1 = multiplyAdd(pixel, high, q1);
    pixel = v128.load32_splat(tiles, 32);
    r0 = multiplyAdd(pixel, low, r0);
    r1 = multiplyAdd(pixel, high, r1);
    pixel = v128.load32_splat(tiles, 48);
    s0 = multiplyAdd(pixel, low, s0);
    s1 = multiplyAdd(pixel, high, s1);
    low = v128.load(weights, 32);
    high = v128.load(weights, 48);
    pixel = v128.load32_splat(tiles, 4);
    p0 = multiplyAdd(pixel, low, p0);
    p1 = multiplyAdd(pixel, high, p1);
    pixel = v128.load32_splat(tiles, 20);
    q0 = multiplyAdd(pixel, low, q0);
    q1 = multiplyAdd(pixel, high, q1);
    pixel = v128.load32_splat(tiles, 36);
    r0 = multiplyAdd(pixel, low, r0);
    r1 = multiplyAdd(pixel, high, r1);
    pixel = v128.load32_splat(tiles, 52);
    s0 = multiplyAdd(pixel, low, s0);
    s1 = multiplyAdd(pixel, high, s1);
    low = v128.load(weights, 64);
    high = v128.load(weights, 80);
    pixel = v128.load32_splat(tiles, 8);
    p0 = multiplyAdd(pixel, low, p0);
    p1 = multiplyAdd(pixel, high, p1);
    pixel = v128.load32_splat(tiles, 24);
    q0 = multiplyAdd(pixel, low, q0);
    q1 = multiplyAdd(pixel, high, q1);
    pixel = v128.load32_splat(tiles, 40);
    r0 = multiplyAdd(pixel, low, r0);
    r1 = multiplyAdd(pixel, high, r1);
    pixel = v128.load32_splat(tiles, 56);
    s0 = multiplyAdd(pixel, low, s0);
    s1 = multiplyAdd(pixel, high, s1);
    low = v128.load(weights, 96);
    high = v128.load(weights, 112);
    pixel = v128.load32_splat(tiles, 12);
    p0 = multiplyAdd(pixel, low, p0);
    p1 = multiplyAdd(pixel, high, p1);
    pixel = v128.load32_splat(tiles, 28);
    q0 = multiplyAdd(pixel, low, q0);
    q1 = multiplyAdd(pixel, high, q1);
    pixel = v128.load32_splat(tiles, 44);
    r0 = multiplyAdd(pixel, low, r0);
    r1 = multiplyAdd(pixel, high, r1);
    pixel = v128.load32_splat(tiles, 60);
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
