/**
 * A tiled product of matrices, as text in WGSL: what has been put into shared memory is multiplied, while the next is
 * on its way, and the sums stay in each thread's registers. Written out in full, since an array of sums that is indexed
 * by a loop may be put into memory by a compiler that does not unroll it.
 */
import { columnsOf, strideOf, type Tile, threadsOf } from './webgpu-tiles.ts';

export interface TiledProduct {
  readonly tile: Tile;
  readonly halfWeights: boolean;
  readonly functions: string;
  /** Where in both matrices this workgroup is, `group` of all of them; says how many `steps` there are. */
  readonly begin: string;
  /**
   * Puts what the next `step` multiplies into x0, x1 … (four terms, from the `part`th four on, of the tile's rows
   * `taken0`, `taken1` …) and into w0, w1 … (of the step's terms `term0` … the columns from `column0` … on).
   */
  readonly take: (taken: Taken) => string;
  /** Does what is to be done with a sum: of the tile's `row`, and the columns from `column` on. */
  readonly write: (sum: string) => string;
}

/** How many vectors a thread takes into shared memory at each step. */
export interface Taken {
  readonly pixels: number;
  readonly weights: number;
}

const takenBy = (tile: Tile): Taken => ({
  pixels: (tile.pixels * tile.depth) / tile.across,
  weights: Math.ceil((tile.depth * columnsOf(tile)) / threadsOf(tile)),
});

/** The text of a program whose workgroups are in one row, however tfjs spreads them over three axes. */
export function tiledProduct({ tile, halfWeights, functions, begin, take, write }: TiledProduct): string {
  const { depth } = tile;
  const [taken, threads, vectors] = [takenBy(tile), threadsOf(tile), columnsOf(tile) / 4];
  return `
  ${sharedMemory(tile, halfWeights)}
  ${functions}
  fn main(index : i32) {
    let thread = i32(localIndex);
    let across = i32(localId.x);
    let down = i32(localId.y);
    let group = i32((workgroupId.z * numWorkgroups.y + workgroupId.y) * numWorkgroups.x + workgroupId.x);
    let part = thread % ${depth};
    ${times(
      taken.pixels,
      at => `
    let taken${at} = thread / ${depth} + ${(at * threads) / depth};
    var x${at} : vec4<f32>;`,
    )}
    ${times(
      taken.weights,
      at => `
    let term${at} = (thread + ${at * threads}) / ${vectors};
    let column${at} = 4 * ((thread + ${at * threads}) % ${vectors});
    var w${at} : vec4<f32>;`,
    )}
    ${begin}
    ${sums(tile)}
    for (var step = 0; step <= steps; step++) {
      if (step > 0) {
        workgroupBarrier();
        ${times(taken.pixels, at => `pixelTile[part * ${strideOf(tile)} + taken${at}] = x${at};`)}
        ${times(taken.weights, at => keep(tile, at))}
        workgroupBarrier();
      }
      if (step < steps) {
        ${take(taken)}
      }
      if (step > 0) {
        ${multiply(tile)}
      }
    }
    ${times(tile.pixels, pixel =>
      times(
        tile.vectors,
        vector => `
    {
      let row = down + ${pixel * tile.down};
      let column = 4 * (across + ${vector * tile.across});
      ${write(sum(pixel, vector))}
    }`,
      ),
    )}
  }`;
}

/** Of the narrowest tile there are fewer weights than threads. */
function keep(tile: Tile, at: number): string {
  const count = tile.depth * columnsOf(tile);
  const place = `thread + ${at * threadsOf(tile)}`;
  const line = `weightTile[${place}] = toKeep(w${at});`;
  return (at + 1) * threadsOf(tile) <= count ? line : `if (${place} < ${count}) { ${line} }`;
}

export const times = (count: number, line: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n');

/** Shared memory, and how weights are put into it and taken out. */
const sharedMemory = (tile: Tile, halfWeights: boolean): string => `
  var<workgroup> pixelTile : array<vec4<f32>, ${tile.depth * strideOf(tile)}>;
  var<workgroup> weightTile : array<${halfWeights ? 'vec2<u32>' : 'vec4<f32>'}, ${tile.depth * columnsOf(tile)}>;
  ${halfWeights ? inHalfPrecision : inFullPrecision}`;

const inFullPrecision = `
  fn toKeep(weights : vec4<f32>) -> vec4<f32> { return weights; }
  fn kept(weights : vec4<f32>) -> vec4<f32> { return weights; }`;

// Part of WGSL itself: no feature is needed for it. What is beyond the largest half would come out as anything.
const inHalfPrecision = `
  fn toKeep(weights : vec4<f32>) -> vec2<u32> {
    let halves = clamp(weights, vec4<f32>(-65504.0), vec4<f32>(65504.0));
    return vec2<u32>(pack2x16float(halves.xy), pack2x16float(halves.zw));
  }
  fn kept(weights : vec2<u32>) -> vec4<f32> {
    return vec4<f32>(unpack2x16float(weights.x), unpack2x16float(weights.y));
  }`;

/** The name of a thread's sum for one of its pixels and one of its vectors. */
const sum = (pixel: number, vector: number): string => `sum${pixel}_${vector}`;

/** The sums of a thread, at 0. */
const sums = (tile: Tile): string =>
  times(tile.pixels, pixel => times(tile.vectors, vector => `var ${sum(pixel, vector)} = vec4<f32>(0.0);`));

/** Adds the product of what is in shared memory. The thread is at `across`, `down` of its workgroup. */
const multiply = (tile: Tile): string => `
  for (var part = 0; part < ${tile.depth}; part++) {
    ${times(4, channel =>
      times(
        tile.vectors,
        vector =>
          `let w${channel}_${vector} = kept(weightTile[(4 * part + ${channel}) * ${columnsOf(tile) / 4} + across + ${vector * tile.across}]);`,
      ),
    )}
    ${times(
      tile.pixels,
      pixel => `
    {
      let four = pixelTile[part * ${strideOf(tile)} + down + ${pixel * tile.down}];
      ${times(tile.vectors, vector =>
        ['x', 'y', 'z', 'w']
          .map(
            (name, channel) =>
              `${sum(pixel, vector)} = fma(vec4<f32>(four.${name}), w${channel}_${vector}, ${sum(pixel, vector)});`,
          )
          .join('\n'),
      )}
    }`,
    )}
  }`;
