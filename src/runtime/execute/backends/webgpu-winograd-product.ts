/** The products of Winograd's way: for each of the 36 places [squares, C] · [C, D], in tiles like a convolution's. */
import type { Program } from './webgpu-program.ts';
import { tiledProduct, times } from './webgpu-tile-product.ts';
import { columnsOf, rowsOf, type Tile } from './webgpu-tiles.ts';
import { places } from './webgpu-winograd-transforms.ts';

/** [36, squares, C] and [36, C, D] → [36, squares, D]. `given` is squares, C, D; both are multiples of 4. */
export function winogradProduct(squares: number, outputs: number, tile: Tile): Program {
  const workgroups = places * Math.ceil(squares / rowsOf(tile)) * Math.ceil(outputs / columnsOf(tile));
  return {
    variableNames: ['pixels', 'weights'],
    variableComponents: [4, 4],
    outputComponent: 4,
    outputShape: [places, squares, outputs],
    workgroupSize: [tile.across, tile.down, 1],
    dispatchLayout: { x: [0, 1, 2] },
    dispatch: [workgroups, 1, 1],
    uniforms: 'given : vec4<i32>,',
    shaderKey: `winograd product ${JSON.stringify(tile)}`,
    getUserCode: () => textOf(tile),
  };
}

const textOf = (tile: Tile): string =>
  tiledProduct({
    tile,
    halfWeights: false,
    functions: '',
    begin: `
    let squares = uniforms.given.x;
    let channels = uniforms.given.y;
    let outputs = uniforms.given.z;
    let groupsAcross = (outputs + ${columnsOf(tile) - 1}) / ${columnsOf(tile)};
    let groupsDown = (squares + ${rowsOf(tile) - 1}) / ${rowsOf(tile)};
    let place = group / (groupsAcross * groupsDown);
    let isPlace = place < ${places};
    let firstSquare = group / groupsAcross % groupsDown * ${rowsOf(tile)};
    let firstOutput = group % groupsAcross * ${columnsOf(tile)};
    let steps = (channels + ${4 * tile.depth - 1}) / ${4 * tile.depth};`,
    take: taken => `
        let channel = step * ${4 * tile.depth} + 4 * part;
        ${times(
          taken.pixels,
          at => `
        let square${at} = firstSquare + taken${at};
        let takes${at} = isPlace && square${at} < squares && channel < channels;
        let from${at} = select(0, ((place * squares + square${at}) * channels + channel) / 4, takes${at});
        x${at} = select(vec4<f32>(0.0), pixels[from${at}], takes${at});`,
        )}
        ${times(
          taken.weights,
          at => `
        let row${at} = step * ${4 * tile.depth} + term${at};
        let output${at} = firstOutput + column${at};
        let weighs${at} = isPlace && row${at} < channels && output${at} < outputs;
        let weight${at} = select(0, ((place * channels + row${at}) * outputs + output${at}) / 4, weighs${at});
        w${at} = select(vec4<f32>(0.0), weights[weight${at}], weighs${at});`,
        )}`,
    write: sum => `
      let square = firstSquare + row;
      let output = firstOutput + column;
      if (isPlace && square < squares && output < outputs) {
        result[((place * squares + square) * outputs + output) / 4] = ${sum};
      }`,
  });
