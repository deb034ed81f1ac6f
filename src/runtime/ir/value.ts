import type { NodeId } from '../../graph/document.ts';
import type { AnyOp } from './op.ts';

/** `[height, width, channels]` for pictures and features, `[rows, columns]` for matrices, `[]` for scalars. */
export type Shape = readonly number[];

export type Attribute =
  | null
  | boolean
  | number
  | string
  | readonly Attribute[]
  | { readonly [name: string]: Attribute };
export type Attributes = Readonly<Record<string, Attribute>>;

/**
 * One value of the tensor program: an op applied to values. Values are immutable and unique: a
 * {@link Program} gives the same value for the same op, attributes and inputs (rule R2).
 */
export interface Value {
  /** Position in the program; inputs always have smaller ones, so this order is a valid order to run in. */
  readonly id: number;
  readonly op: AnyOp;
  readonly inputs: Readonly<Record<string, Value>>;
  /** The inputs without their names, for whoever walks the program. */
  readonly operands: readonly Value[];
  readonly attributes: Attributes;
  readonly shape: Shape;
  /** The nodes of the document that asked for it: where a failure has its address (rule R8). Never part of a key. */
  readonly origins: ReadonlySet<NodeId>;
}

export const elements = (shape: Shape): number => shape.reduce((product, extent) => product * extent, 1);

/** Bytes of a float32 tensor of this shape. */
export const bytes = (shape: Shape): number => 4 * elements(shape);
