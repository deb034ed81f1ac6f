/**
 * The transforms of Winograd's F(4×4, 3×3): 36 products make 16 pixels, where the plain way takes 144 (Lavin and
 * Gray 2016). Polynomials are evaluated at 0, ±3/4, ±3/2 and ∞: with the usual ±1, ±2 the error is twice as large.
 * Each function transforms four numbers of each of its rows at once, along one axis, as columns of `step` bytes.
 */
import { multiplyAdd } from './arithmetic';

const a: f32 = 0.75;
const b: f32 = 1.5;
const aa: f32 = a * a;
const bb: f32 = b * b;
/** M(x) = x (x² − a²)(x² − b²); one over M′ at 0, ±a and ±b. */
const at0: f32 = 1 / (aa * bb);
const atA: f32 = 1 / (2 * aa * (aa - bb));
const atB: f32 = 1 / (2 * bb * (bb - aa));

/** Three weights become six. */
// @ts-ignore: decorator
@inline
export function weightsAlong(from: usize, step: usize, to: usize, stepTo: usize): void {
  const g0 = v128.load(from);
  const g1 = v128.load(from + step);
  const g2 = v128.load(from + 2 * step);
  const evenA = f32x4.mul(f32x4.splat(atA), multiplyAdd(g2, f32x4.splat(aa), g0));
  const oddA = f32x4.mul(f32x4.splat(atA * a), g1);
  const evenB = f32x4.mul(f32x4.splat(atB), multiplyAdd(g2, f32x4.splat(bb), g0));
  const oddB = f32x4.mul(f32x4.splat(atB * b), g1);
  v128.store(to, f32x4.mul(f32x4.splat(at0), g0));
  v128.store(to + stepTo, f32x4.add(evenA, oddA));
  v128.store(to + 2 * stepTo, f32x4.sub(evenA, oddA));
  v128.store(to + 3 * stepTo, f32x4.add(evenB, oddB));
  v128.store(to + 4 * stepTo, f32x4.sub(evenB, oddB));
  v128.store(to + 5 * stepTo, g2);
}

/** Six pixels become six. */
// @ts-ignore: decorator
@inline
export function pixelsAlong(from: usize, step: usize, to: usize, stepTo: usize): void {
  const d0 = v128.load(from);
  const d1 = v128.load(from + step);
  const d2 = v128.load(from + 2 * step);
  const d3 = v128.load(from + 3 * step);
  const d4 = v128.load(from + 4 * step);
  const d5 = v128.load(from + 5 * step);
  const evenA = multiplyAdd(d2, f32x4.splat(-bb), d4);
  const oddA = f32x4.mul(f32x4.splat(a), multiplyAdd(d1, f32x4.splat(-bb), d3));
  const evenB = multiplyAdd(d2, f32x4.splat(-aa), d4);
  const oddB = f32x4.mul(f32x4.splat(b), multiplyAdd(d1, f32x4.splat(-aa), d3));
  const sum = f32x4.splat(-aa - bb);
  const product = f32x4.splat(aa * bb);
  v128.store(to, multiplyAdd(d0, product, multiplyAdd(d2, sum, d4)));
  v128.store(to + stepTo, f32x4.add(evenA, oddA));
  v128.store(to + 2 * stepTo, f32x4.sub(evenA, oddA));
  v128.store(to + 3 * stepTo, f32x4.add(evenB, oddB));
  v128.store(to + 4 * stepTo, f32x4.sub(evenB, oddB));
  v128.store(to + 5 * stepTo, multiplyAdd(d1, product, multiplyAdd(d3, sum, d5)));
}

/** Six products become four pixels. */
// @ts-ignore: decorator
@inline
export function productsAlong(from: usize, step: usize, to: usize, stepTo: usize): void {
  const m0 = v128.load(from);
  const m1 = v128.load(from + step);
  const m2 = v128.load(from + 2 * step);
  const m3 = v128.load(from + 3 * step);
  const m4 = v128.load(from + 4 * step);
  const m5 = v128.load(from + 5 * step);
  const evenA = f32x4.add(m1, m2);
  const oddA = f32x4.sub(m1, m2);
  const evenB = f32x4.add(m3, m4);
  const oddB = f32x4.sub(m3, m4);
  const cubeA = multiplyAdd(oddA, f32x4.splat(a * aa), m5);
  v128.store(to, f32x4.add(m0, f32x4.add(evenA, evenB)));
  v128.store(to + stepTo, multiplyAdd(oddB, f32x4.splat(b), f32x4.mul(oddA, f32x4.splat(a))));
  v128.store(to + 2 * stepTo, multiplyAdd(evenB, f32x4.splat(bb), f32x4.mul(evenA, f32x4.splat(aa))));
  v128.store(to + 3 * stepTo, multiplyAdd(oddB, f32x4.splat(b * bb), cubeA));
}
