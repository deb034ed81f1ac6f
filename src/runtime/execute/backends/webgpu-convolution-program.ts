/**
 * A 3×3 convolution as one product of matrices: a row for each pixel that comes out, with the 9·C numbers around it,
 * times the weights [9·C, D]. The matrix of pixels is never written down: each workgroup takes from the picture what
 * it needs next, while it multiplies what it took before.
 */
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { Program } from './webgpu-program.ts';
import { type Taken, tiledProduct, times } from './webgpu-tile-product.ts';
import { columnsOf, rowsOf, type Tile } from './webgpu-tiles.ts';

export interface ConvolutionShape {
  /** What goes in: [1, H, W, C]. */
  readonly input: readonly number[];
  readonly outputChannels: number;
  readonly padding: number;
}

export interface ConvolutionKind {
  readonly hasBias: boolean;
  readonly hasMask: boolean;
  readonly relu: boolean;
}

interface Variant extends ConvolutionKind {
  readonly tile: Tile;
  readonly halfWeights: boolean;
  /** Whether the channels are a multiple of `chunk`. */
  readonly inChunks: boolean;
  /** How many numbers are read and written at once, of what goes in and of what comes out: 4 where that divides. */
  readonly component: number;
  readonly outputComponent: number;
}

/**
 * Channels that are gone through for all nine neighbours before the next ones: a pixel is still in the cache when its
 * next neighbour needs it. Where there are fewer, neighbours come one after another without gaps.
 */
const chunk = 16;

const componentOf = (channels: number): number => (channels % 4 === 0 ? 4 : 1);

/** Its inputs are x, weights, and where they are, bias and mask. */
export function convolutionProgram(
  { input: [, height = 0, width = 0, channels = 0], outputChannels, padding }: ConvolutionShape,
  kind: ConvolutionKind,
  tile: Tile,
  halfWeights: boolean,
): Program {
  const [rows, columns] = [height + 2 * padding - 2, width + 2 * padding - 2];
  const component = componentOf(channels);
  const outputComponent = componentOf(outputChannels);
  const variant = {
    ...kind,
    ...{ tile, halfWeights, component, outputComponent },
    inChunks: channels % chunk === 0,
  };
  const inputs = [
    { name: 'x', component },
    { name: 'weights', component: outputComponent },
    ...(kind.hasBias ? [{ name: 'bias', component: outputComponent }] : []),
    ...(kind.hasMask ? [{ name: 'mask', component }] : []),
  ];
  const workgroups = Math.ceil((rows * columns) / rowsOf(tile)) * Math.ceil(outputChannels / columnsOf(tile));
  return {
    variableNames: inputs.map(({ name }) => name),
    variableComponents: inputs.map(({ component }) => component),
    outputComponent,
    outputShape: [1, rows, columns, outputChannels],
    workgroupSize: [tile.across, tile.down, 1],
    // Along one axis: where there are more than a device takes along it, tfjs spreads them over all three.
    dispatchLayout: { x: [0, 1, 2, 3] },
    dispatch: [workgroups, 1, 1],
    uniforms: 'given : vec4<i32>,',
    shaderKey: `convolution ${JSON.stringify(variant)}`,
    getUserCode: () => textOf(variant),
  };
}

/**
 * Runs it. To tfjs its inputs are rows of numbers: it would compile a program anew for other relations between the
 * shapes of what goes in and what comes out, and this one is the same for all of them.
 */
export function runConvolution(
  backend: WebGPUBackend,
  program: Program,
  { input: [, height = 0, width = 0, channels = 0], padding }: ConvolutionShape,
  inputs: readonly TensorInfo[],
): TensorInfo {
  const rows = inputs.map(({ dataId, dtype, shape }) => ({
    ...{ dataId, dtype },
    shape: [util.sizeFromShape(shape)],
  }));
  const given = { type: 'int32', data: [height, width, channels, padding] };
  return backend.runWebGPUProgram(program, rows, 'float32', [given]);
}

const textOf = (variant: Variant): string =>
  tiledProduct({
    tile: variant.tile,
    halfWeights: variant.halfWeights,
    functions: readers(variant),
    begin: begin(variant),
    take: taken => take(variant, taken),
    write: sum => write(variant, sum),
  });

/** Far enough above the picture that no neighbour is within. */
const outside = 8;

const begin = ({ tile, inChunks }: Variant): string => `
    let channels = uniforms.given.z;
    let width = uniforms.outShape.z;
    let pixels = uniforms.outShape.y * width;
    let outputs = uniforms.outShape.w;
    let groupsAcross = (outputs + ${columnsOf(tile) - 1}) / ${columnsOf(tile)};
    let firstPixel = group / groupsAcross * ${rowsOf(tile)};
    let firstOutput = group % groupsAcross * ${columnsOf(tile)};
    ${times(
      (tile.pixels * tile.depth) / tile.across,
      at => `
    let pixel${at} = firstPixel + taken${at};
    let top${at} = select(-${outside}, pixel${at} / width - uniforms.given.w, pixel${at} < pixels);
    let left${at} = pixel${at} % width - uniforms.given.w;`,
    )}
    let steps = ${inChunks ? `9 * channels / ${4 * tile.depth}` : `(9 * channels + ${4 * tile.depth - 1}) / ${4 * tile.depth}`};`;

/** What the next step multiplies, into registers. */
function take({ tile: { depth }, inChunks, component }: Variant, taken: Taken): string {
  const weights = (first: string) =>
    times(taken.weights, at => `w${at} = weightsAt(${first} + term${at}, firstOutput + column${at});`);
  if (inChunks) {
    const steps = chunk / (4 * depth);
    return `
      let neighbour = step / ${steps} % 9;
      let channel = step / ${9 * steps} * ${chunk} + step % ${steps} * ${4 * depth};
      ${times(
        taken.pixels,
        at => `x${at} = pixelsAt(top${at} + neighbour / 3, left${at} + neighbour % 3, channel + 4 * part);`,
      )}
      ${weights('neighbour * channels + channel')}`;
  }
  const vector = (at: number) =>
    component === 4
      ? `x${at} = termsAt(top${at}, left${at}, term);`
      : `x${at} = vec4<f32>(${[0, 1, 2, 3].map(k => `termsAt(top${at}, left${at}, term + ${k})`).join(', ')});`;
  return `
      let term = step * ${4 * depth} + 4 * part;
      ${times(taken.pixels, vector)}
      ${weights(`step * ${4 * depth}`)}`;
}

/**
 * Functions that read what a thread takes: 0 beyond the picture and beyond the last channel. There they read what is
 * at 0, and do not take it: that is less than a branch, to a compiler and to a card.
 */
function readers({ component, outputComponent, hasMask, inChunks }: Variant): string {
  const type = component === 4 ? 'vec4<f32>' : 'f32';
  const index = component === 4 ? 'at / 4' : 'at';
  const inside = component === 4 ? 'vec4<bool>(isInside)' : 'isInside';
  const passes = hasMask ? `${inside} & (mask[${index}] > ${type}(0.0))` : inside;
  return `
  fn pixelsAt(row : i32, column : i32, channel : i32) -> ${type} {
    let given = uniforms.given;
    let isInside = all(vec2<i32>(row, column) >= vec2<i32>(0)) && all(vec2<i32>(row, column) < given.xy);
    let at = select(0, (row * given.y + column) * given.z + channel, isInside);
    return select(${type}(0.0), x[${index}], ${passes});
  }
  ${
    inChunks
      ? ''
      : `
  fn termsAt(row : i32, column : i32, term : i32) -> ${type} {
    let neighbour = term / uniforms.given.z;
    return pixelsAt(select(-${outside}, row + neighbour / 3, neighbour < 9), column + neighbour % 3, term % uniforms.given.z);
  }`
  }
  fn weightsAt(term : i32, output : i32) -> vec4<f32> {
    let outputs = uniforms.outShape.w;
    let isInside = term < 9 * uniforms.given.z && output < outputs;
    let at = select(0, term * outputs + output, isInside);
    ${
      outputComponent === 4
        ? 'return select(vec4<f32>(0.0), weights[at / 4], isInside);'
        : `
    let four = vec4<f32>(weights[at], weights[at + 1], weights[at + 2], weights[at + 3]);
    let left = vec4<i32>(output, output + 1, output + 2, output + 3) < vec4<i32>(outputs);
    return select(vec4<f32>(0.0), four, vec4<bool>(isInside) & left);`
    }
  }`;
}

/** A sum with its bias and its ReLU to its place. What is not a number is not below 0, and stays. */
function write({ outputComponent, hasBias, relu }: Variant, sum: string): string {
  const finished = (bias: string, type: string, value: string) => `
        var made = ${value}${hasBias ? ` + ${bias}` : ''};
        ${relu ? `made = select(made, ${type}(0.0), made < ${type}(0.0));` : ''}`;
  return `
      let pixel = firstPixel + row;
      let output = firstOutput + column;
      if (pixel < pixels && output < outputs) {
        ${
          outputComponent === 4
            ? `
        ${finished('bias[output / 4]', 'vec4<f32>', sum)}
        result[(pixel * outputs + output) / 4] = made;`
            : `
        for (var k = 0; k < min(4, outputs - output); k++) {
          ${finished('bias[output + k]', 'f32', `${sum}[k]`)}
          result[pixel * outputs + output + k] = made;
        }`
        }
      }`;
}
