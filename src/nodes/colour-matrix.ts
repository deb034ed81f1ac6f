/** Colours as rows (red, green, blue) times a matrix: whatever is linear in colour is one product for all pixels. */
import type { Ir } from '../runtime/ir/program.ts';
import type { Value } from '../runtime/ir/value.ts';
import { positionsOf } from './moments.ts';

type Row = readonly [red: number, green: number, blue: number];

/** Row i says what becomes of a unit of channel i. */
export type ColourMatrix = readonly [Row, Row, Row];

/** How bright each channel looks (ITU-R BT.601): the Y of YCbCr and of YIQ. */
export const luma: Row = [0.299, 0.587, 0.114];

/** Every channel becomes the luma. */
export const toLuma: ColourMatrix = [
  [luma[0], luma[0], luma[0]],
  [luma[1], luma[1], luma[1]],
  [luma[2], luma[2], luma[2]],
];

/** [H, W, 3] → [H, W, 3]. */
export function recoloured(ir: Ir, image: Value, matrix: ColourMatrix): Value {
  const b = ir.constant({}, { shape: [3, 3], numbers: matrix.flat() });
  const rows = ir.matmul({ a: positionsOf(ir, image), b });
  return ir.reshape({ x: rows }, { shape: image.shape });
}

/** First `one`, then `other`. */
export const after = (one: ColourMatrix, other: ColourMatrix): ColourMatrix => {
  const row = ([red, green, blue]: Row): Row => {
    const at = (column: 0 | 1 | 2) =>
      red * other[0][column] + green * other[1][column] + blue * other[2][column];
    return [at(0), at(1), at(2)];
  };
  return [row(one[0]), row(one[1]), row(one[2])];
};

/** `amount` of the matrix and the rest of the luma: 0 is grey, 1 changes nothing, 2 is vivid. */
export const saturation = (amount: number): ColourMatrix => mixed(toLuma, identity, amount);

/** Turned about the grey axis by `degrees`, the luma kept (as `hueRotate` of SVG's feColorMatrix). */
export function hueTurn(degrees: number): ColourMatrix {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const [r, g, b] = luma;
  const third = (1 - cos) / 3;
  const root = sin / Math.sqrt(3);
  // A turn about (1, 1, 1), then moved along it so that the luma is what it was.
  const turn: ColourMatrix = [
    [cos + third, third + root, third - root],
    [third - root, cos + third, third + root],
    [third + root, third - root, cos + third],
  ];
  const moved = (row: Row, own: number): Row => {
    const lost = own - (row[0] * r + row[1] * g + row[2] * b);
    return [row[0] + lost, row[1] + lost, row[2] + lost];
  };
  return [moved(turn[0], r), moved(turn[1], g), moved(turn[2], b)];
}

export const identity: ColourMatrix = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];

function mixed(one: ColourMatrix, other: ColourMatrix, amount: number): ColourMatrix {
  const row = (at: 0 | 1 | 2): Row => {
    const each = (column: 0 | 1 | 2) => one[at][column] + amount * (other[at][column] - one[at][column]);
    return [each(0), each(1), each(2)];
  };
  return [row(0), row(1), row(2)];
}
