import type { Value } from './value.ts';

const elementwise: ReadonlySet<string> = new Set([
  'add',
  'subtract',
  'multiply',
  'divide',
  'affine',
  'clamp',
  'squareRoot',
  'transpose',
]);

const alwaysSymmetric: ReadonlySet<string> = new Set(['gram', 'fill', 'broadcast', 'identity']);

/** xᵀ·x, as the covariance takes of the means. */
const isTransposed = (a: Value | undefined, b: Value | undefined): boolean =>
  a?.op.name === 'transpose' && a.inputs.x === b;

/** Whether a matrix certainly equals its transpose: Gram matrices do, and all that is made of them alone. */
export function isSymmetric({ op, inputs, shape }: Value): boolean {
  const [rows, columns] = shape;
  if (shape.length !== 2 || rows !== columns) return false;
  if (alwaysSymmetric.has(op.name)) return true;
  if (op.name === 'matmul') return isTransposed(inputs.a, inputs.b);
  if (op.name === 'scale') return inputs.x !== undefined && isSymmetric(inputs.x);
  return elementwise.has(op.name) && Object.values(inputs).every(isSymmetric);
}
