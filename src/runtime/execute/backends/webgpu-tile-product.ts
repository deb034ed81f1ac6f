/**
 * The inner part of a tiled product, as text in WGSL: what has been put into shared memory is multiplied, and the
 * sums stay in each thread's registers. Written out in full, since an array of sums that is indexed by a loop may be
 * put into memory by a compiler that does not unroll it.
 */
import { columnsOf, strideOf, type Tile } from './webgpu-tiles.ts';

export const times = (count: number, line: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n');

/** Shared memory, and how weights are kept in it: `keptWeights`, `weightsKept`. */
export const sharedMemory = (tile: Tile, halfWeights: boolean): string => `
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
export const sum = (pixel: number, vector: number): string => `sum${pixel}_${vector}`;

/** The sums of a thread, at 0. */
export const sums = (tile: Tile): string =>
  times(tile.pixels, pixel => times(tile.vectors, vector => `var ${sum(pixel, vector)} = vec4<f32>(0.0);`));

/** Adds the product of what is in shared memory. The thread is at `across`, `down` of its workgroup. */
export const multiply = (tile: Tile): string => `
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
