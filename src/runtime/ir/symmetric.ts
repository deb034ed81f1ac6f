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

/** Whether a matrix certainly equals its transpose: Gram matrices do, and all that is made of them alone. */
export function isSymmetric({ op, inputs, shape }: Value): boolean {
  const [rows, columns] = shape;
  if (shape.length !== 2 || rows !== columns) return false;
  if (op.name === 'gram' || op.name === 'fill' || op.name === 'broadcast') return true;
  if (op.name === 'scale') return inputs.x !== undefined && isSymmetric(inputs.x);
  return elementwise.has(op.name) && Object.values(inputs).every(isSymmetric);
}
