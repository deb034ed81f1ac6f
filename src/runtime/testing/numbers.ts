/** Tensors as plain double-precision numbers, for formulas that are written a second time to compare with. */
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { mersenne } from 'pure-rand/generator/mersenne';
import { elements, type Shape } from '../ir/value.ts';

export interface Numbers {
  readonly shape: Shape;
  readonly data: Float64Array;
}

/** Evenly spread between `low` and `high`, in numbers that float32 holds exactly. */
export function random(shape: Shape, seed: number, low = -1, high = 1): Numbers {
  const source = mersenne(seed);
  return made(shape, () => Math.fround(low + (high - low) * uniformFloat64(source)));
}

/** The tensor whose element at `index` is `element(...index)`. */
export function made(shape: Shape, element: (...index: number[]) => number): Numbers {
  const data = new Float64Array(elements(shape));
  for (let at = 0; at < data.length; at++) data[at] = element(...indexOf(at, shape));
  return { shape, data };
}

export const scalar = (value: number): Numbers => made([], () => value);

/** Outside of the tensor everything is 0. */
export function at({ shape, data }: Numbers, ...index: number[]): number {
  let position = 0;
  for (const [axis, extent] of shape.entries()) {
    const along = index[axis] ?? 0;
    if (along < 0 || along >= extent) return 0;
    position = position * extent + along;
  }
  return data[position] ?? 0;
}

/** The sum of `term(0)` to `term(count − 1)`. */
export function sumOf(count: number, term: (index: number) => number): number {
  let total = 0;
  for (let index = 0; index < count; index++) total += term(index);
  return total;
}

function indexOf(position: number, shape: Shape): number[] {
  const index: number[] = [];
  let rest = position;
  for (const extent of [...shape].reverse()) {
    index.unshift(rest % extent);
    rest = Math.floor(rest / extent);
  }
  return index;
}

/** `change` of every element. */
export const each = ({ shape, data }: Numbers, change: (value: number) => number): Numbers => ({
  shape,
  data: data.map(value => change(value)),
});

/** `join` of the elements of two tensors of one shape. */
export const both = (a: Numbers, b: Numbers, join: (a: number, b: number) => number): Numbers => ({
  shape: a.shape,
  data: a.data.map((value, index) => join(value, b.data[index] ?? Number.NaN)),
});
