import { elements, type Shape, type Value } from './value.ts';

/** The number that every element of `value` is known to be, or undefined. What ops simplify by. */
export function constantOf(value: Value): number | undefined {
  const number = value.op.name === 'fill' ? value.attributes.value : undefined;
  return typeof number === 'number' ? number : undefined;
}

export const sameShape = (a: Shape, b: Shape): boolean =>
  a.length === b.length && a.every((extent, axis) => extent === b[axis]);

/** The one shape that `a` and `b` have. That they agree is for the nodes to see to, so here it is a slip in our code. */
export function commonShape(op: string, a: Shape, b: Shape): Shape {
  if (!sameShape(a, b)) throw new RangeError(`${op}: [${a.join()}] and [${b.join()}] differ.`);
  return a;
}

/** `shape`, which must hold as many elements as `of`. */
export function sameSize(op: string, of: Shape, shape: Shape): Shape {
  if (elements(of) !== elements(shape)) {
    throw new RangeError(`${op}: [${of.join()}] and [${shape.join()}] hold different numbers of elements.`);
  }
  return shape;
}
