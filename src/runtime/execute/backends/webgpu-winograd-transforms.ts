/**
 * The transforms of Winograd's F(4×4, 3×3) on a GPU, with the points of ../../kernels/assembly/winograd.ts, where
 * what they are is explained: 0, ±3/4, ±3/2 and ∞. Each thread transforms four channels of one square, whose 36
 * numbers stay in registers, so all is written out.
 */
import type { Program } from './webgpu-program.ts';
import { times } from './webgpu-tile-product.ts';

const [a, b] = [0.75, 1.5];
const [aa, bb] = [a * a, b * b];
const at0 = 1 / (aa * bb);
const atA = 1 / (2 * aa * (aa - bb));
const atB = 1 / (2 * bb * (bb - aa));

type Along = (from: readonly string[]) => readonly string[];

const number = (value: number): string => `${value}${Number.isInteger(value) ? '.0' : ''}`;

/** Two that lie evenly around 0 share their even and their odd part. */
const around = (even: string, odd: string): readonly string[] => [
  `(${even}) + (${odd})`,
  `(${even}) - (${odd})`,
];

const weightsAlong: Along = ([g0, g1, g2]) => [
  `${number(at0)} * ${g0}`,
  ...around(`${number(atA)} * (${g0} + ${number(aa)} * ${g2})`, `${number(atA * a)} * ${g1}`),
  ...around(`${number(atB)} * (${g0} + ${number(bb)} * ${g2})`, `${number(atB * b)} * ${g1}`),
  `${g2}`,
];

const pixelsAlong: Along = ([d0, d1, d2, d3, d4, d5]) => [
  `${d4} - ${number(aa + bb)} * ${d2} + ${number(aa * bb)} * ${d0}`,
  ...around(`${d4} - ${number(bb)} * ${d2}`, `${number(a)} * (${d3} - ${number(bb)} * ${d1})`),
  ...around(`${d4} - ${number(aa)} * ${d2}`, `${number(b)} * (${d3} - ${number(aa)} * ${d1})`),
  `${d5} - ${number(aa + bb)} * ${d3} + ${number(aa * bb)} * ${d1}`,
];

const productsAlong: Along = ([m0, m1, m2, m3, m4, m5]) => [
  `${m0} + (${m1} + ${m2}) + (${m3} + ${m4})`,
  `${number(a)} * (${m1} - ${m2}) + ${number(b)} * (${m3} - ${m4})`,
  `${number(aa)} * (${m1} + ${m2}) + ${number(bb)} * (${m3} + ${m4})`,
  `${m5} + ${number(a * aa)} * (${m1} - ${m2}) + ${number(b * bb)} * (${m3} - ${m4})`,
];

/** The square `from0_0` … of `side` numbers a side along both axes, each result as `to` is told. */
function bothWays(
  side: number,
  along: Along,
  to: (row: number, column: number, value: string) => string,
): string {
  const indices = Array.from({ length: side }, (_, at) => at);
  const columns = indices.map(column => along(indices.map(row => `from${row}_${column}`)));
  const count = columns[0]?.length ?? 0;
  return [
    ...columns.flatMap((column, at) => column.map((value, row) => `let half${row}_${at} = ${value};`)),
    times(count, row =>
      along(indices.map(column => `half${row}_${column}`))
        .map((value, column) => to(row, column, value))
        .join('\n'),
    ),
  ].join('\n');
}

const workgroup = 64;

const elementwise = (
  shaderKey: string,
  names: string[],
  outputShape: number[],
  threads: number,
  code: string,
): Program => ({
  variableNames: names,
  variableComponents: names.map(() => 4),
  outputComponent: 4,
  outputShape,
  workgroupSize: [workgroup, 1, 1],
  dispatchLayout: { x: outputShape.map((_, axis) => axis) },
  dispatch: [Math.ceil(threads / workgroup), 1, 1],
  uniforms: 'given : vec4<i32>, band : vec4<i32>,',
  shaderKey: `winograd ${shaderKey}`,
  getUserCode: () => `fn main(index : i32) { ${code} }`,
});

/** How many numbers wide the transformed are: 6×6. */
export const places = 36;

/** [3, 3, C, D] → [36, C, D]. Of `given`, z is C and w is D. */
export const transformWeights = (channels: number, outputs: number): Program =>
  elementwise(
    'weights',
    ['weights'],
    [places, channels, outputs],
    (channels * outputs) / 4,
    `
    let count = uniforms.given.z * uniforms.given.w / 4;
    if (index >= count) { return; }
    ${times(9, tap => `let from${Math.floor(tap / 3)}_${tap % 3} = weights[${tap} * count + index];`)}
    ${bothWays(3, weightsAlong, (row, column, value) => `result[${6 * row + column} * count + index] = ${value};`)}`,
  );

/**
 * [H, W, C] → [36, squares, C], of the squares from `band.x` on, `band.y` of them, of which `band.z` are in a row;
 * `band.w` is the padding. `given` is H, W, C.
 */
export const transformPixels = (channels: number, squares: number, hasMask: boolean): Program =>
  elementwise(
    `pixels ${hasMask}`,
    ['x', ...(hasMask ? ['mask'] : [])],
    [places, squares, channels],
    (squares * channels) / 4,
    `
    let fours = uniforms.given.z / 4;
    let count = uniforms.band.y * fours;
    if (index >= count) { return; }
    let square = uniforms.band.x + index / fours;
    let top = 4 * (square / uniforms.band.z) - uniforms.band.w;
    let left = 4 * (square % uniforms.band.z) - uniforms.band.w;
    let four = index % fours;
    // Beyond the picture something is read, too, and not taken: without branches.
    ${times(
      6,
      at => `
    let above${at} = clamp(top + ${at}, 0, uniforms.given.x - 1) * uniforms.given.y;
    let beside${at} = clamp(left + ${at}, 0, uniforms.given.y - 1);
    let isRow${at} = above${at} == (top + ${at}) * uniforms.given.y;
    let isColumn${at} = beside${at} == left + ${at};`,
    )}
    ${times(places, place => {
      const [row, column] = [Math.floor(place / 6), place % 6];
      const at = `(above${row} + beside${column}) * fours + four`;
      const passes = hasMask
        ? `vec4<bool>(isRow${row} && isColumn${column}) & (mask[${at}] > vec4<f32>(0.0))`
        : `isRow${row} && isColumn${column}`;
      return `let from${row}_${column} = select(vec4<f32>(0.0), x[${at}], ${passes});`;
    })}
    ${bothWays(6, pixelsAlong, (row, column, value) => `result[${6 * row + column} * count + index] = ${value};`)}`,
  );

/**
 * [36, squares, D] → [H′, W′, D] with bias and ReLU, in the squares of the band, which is as above. `given` is H′, W′
 * and, as w, D.
 */
export const transformProducts = (
  outputShape: number[],
  squares: number,
  hasBias: boolean,
  relu: boolean,
): Program =>
  elementwise(
    `products ${hasBias} ${relu}`,
    ['products', ...(hasBias ? ['bias'] : [])],
    outputShape,
    (squares * (outputShape[3] ?? 0)) / 4,
    `
    let fours = uniforms.given.w / 4;
    let count = uniforms.band.y * fours;
    if (index >= count) { return; }
    let square = uniforms.band.x + index / fours;
    let four = index % fours;
    let top = 4 * (square / uniforms.band.z);
    let left = 4 * (square % uniforms.band.z);
    ${times(places, place => `let from${Math.floor(place / 6)}_${place % 6} = products[${place} * count + index];`)}
    ${bothWays(
      6,
      productsAlong,
      (row, column, value) => `
    if (top + ${row} < uniforms.given.x && left + ${column} < uniforms.given.y) {
      var made = ${value}${hasBias ? ' + bias[four]' : ''};
      ${relu ? 'made = select(made, vec4<f32>(0.0), made < vec4<f32>(0.0));' : ''}
      result[((top + ${row}) * uniforms.given.y + left + ${column}) * fours + four] = made;
    }`,
    )}`,
  );
