/**
 * Sizes that a graph computes of sizes: exporters write "twice as large" as Shape, StridedSlice, Mul and Pack. What
 * is wanted of them in the end is a factor, so a side is followed as "so many times the side of that step".
 */
import type { GraphNode } from './graph-def.ts';
import { asExtents, asNumbers, type Extent, type Known } from './known.ts';

/** Undefined where the node does not compute a size, or one that cannot be followed. */
export function sizeOf(
  { op, attributes }: GraphNode,
  inputs: readonly (Known | undefined)[],
): Known | undefined {
  switch (op) {
    case 'StridedSlice': {
      const [extents, begin, end] = [asExtents(inputs[0]), asNumbers(inputs[1]), asNumbers(inputs[2])];
      if (!extents || typeof begin !== 'number' || typeof end !== 'number') return undefined;
      const isOne = attributes.number('shrink_axis_mask') === 1;
      // A mask says that the slice begins at the first or ends behind the last.
      const from = attributes.number('begin_mask') === 1 ? 0 : begin;
      const to = attributes.number('end_mask') === 1 ? extents.length : end;
      return { type: 'extents', extents: isOne ? extents.slice(from).slice(0, 1) : extents.slice(from, to) };
    }
    case 'Pack':
    case 'ConcatV2': {
      // The last input of a ConcatV2 is the axis, of which there is but one.
      const parts = (op === 'Pack' ? inputs : inputs.slice(0, -1)).map(asExtents);
      const known = parts.filter(part => part !== undefined);
      return known.length === parts.length ? { type: 'extents', extents: known.flat() } : undefined;
    }
    case 'Mul': {
      if (!inputs.some(input => input?.type === 'extents')) return undefined;
      const [a, b] = [asExtents(inputs[0]), asExtents(inputs[1])];
      return a && b && { type: 'extents', extents: timesEach(a, b) };
    }
    case 'Cast':
    case 'Identity':
      return inputs[0]?.type === 'extents' ? inputs[0] : undefined;
    default:
      return undefined;
  }
}

const timesEach = (a: readonly Extent[], b: readonly Extent[]): Extent[] =>
  (a.length >= b.length ? a : b).map((_, at) => times(a[at] ?? a[0] ?? 1, b[at] ?? b[0] ?? 1));

function times(a: Extent, b: Extent): Extent {
  if (typeof a === 'number') return typeof b === 'number' ? a * b : times(b, a);
  return { ...a, factor: a.factor * (typeof b === 'number' ? b : Number.NaN) };
}

/** How many times the sides of step `of` the last two extents are; undefined where that is not one whole number. */
export function factorOf(
  extents: readonly Extent[] | undefined,
  of: string,
  sides: readonly [number, number] | undefined,
): number | undefined {
  if (extents?.length !== 2) return undefined;
  const factors = extents.map((extent, at) => {
    if (typeof extent !== 'number')
      return extent.of === of && extent.axis === at + 1 ? extent.factor : Number.NaN;
    return sides ? extent / (sides[at] ?? Number.NaN) : Number.NaN;
  });
  const [factor = Number.NaN] = factors;
  return Number.isInteger(factor) && factor >= 1 && factors[1] === factor ? factor : undefined;
}
