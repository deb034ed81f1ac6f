/**
 * A 3×3 convolution as one product of matrices: a row for each pixel that comes out, with the 9·C numbers around it,
 * times the weights [9·C, D]. The matrix of pixels is never written down: each workgroup takes from the picture what
 * it needs next, while it multiplies what it took before.
 */
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { type TensorInfo, util } from '@tensorflow/tfjs-core';
import type { Program } from './webgpu-program.ts';
import { multiply, sharedMemory, sum, sums, times } from './webgpu-tile-product.ts';
import { columnsOf, rowsOf, strideOf, type Tile, threadsOf } from './webgpu-tiles.ts';

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

function textOf(variant: Variant): string {
  const { tile, halfWeights } = variant;
  const { depth } = tile;
  const taken = { pixels: (tile.pixels * depth) / tile.across, weights: weightsTaken(tile) };
  const [rowsApart, vectors] = [threadsOf(tile) / depth, columnsOf(tile) / 4];
  return `
  ${sharedMemory(tile, halfWeights)}
  ${readers(variant)}
  fn main(index : i32) {
    let thread = i32(localIndex);
    let across = i32(localId.x);
    let down = i32(localId.y);
    let channels = uniforms.given.z;
    let padding = uniforms.given.w;
    let width = uniforms.outShape.z;
    let pixels = uniforms.outShape.y * width;
    let outputs = uniforms.outShape.w;
    let group = i32((workgroupId.z * numWorkgroups.y + workgroupId.y) * numWorkgroups.x + workgroupId.x);
    let groupsAcross = (outputs + ${columnsOf(tile) - 1}) / ${columnsOf(tile)};
    let firstPixel = group / groupsAcross * ${rowsOf(tile)};
    let firstOutput = group % groupsAcross * ${columnsOf(tile)};

    // What this thread takes into shared memory at each step: vectors of channels, and of weights.
    let part = thread % ${depth};
    ${times(
      taken.pixels,
      at => `
    let taken${at} = thread / ${depth} + ${at * rowsApart};
    let pixel${at} = firstPixel + taken${at};
    let row${at} = select(-${outside}, pixel${at} / width - padding, pixel${at} < pixels);
    let column${at} = pixel${at} % width - padding;
    var x${at} : vec4<f32>;`,
    )}
    ${times(
      taken.weights,
      at => `
    let term${at} = (thread + ${at * threadsOf(tile)}) / ${vectors};
    let output${at} = firstOutput + 4 * ((thread + ${at * threadsOf(tile)}) % ${vectors});
    var w${at} : vec4<f32>;`,
    )}
    ${sums(tile)}

    let steps = ${variant.inChunks ? `9 * channels / ${4 * depth}` : `(9 * channels + ${4 * depth - 1}) / ${4 * depth}`};
    for (var step = 0; step <= steps; step++) {
      if (step > 0) {
        workgroupBarrier();
        ${times(taken.pixels, at => `pixelTile[part * ${strideOf(tile)} + taken${at}] = x${at};`)}
        ${times(taken.weights, at => keep(tile, at))}
        workgroupBarrier();
      }
      if (step < steps) {
        ${take(variant, taken)}
      }
      if (step > 0) {
        ${multiply(tile)}
      }
    }
    ${write(variant)}
  }`;
}

/** Far enough above the picture that no neighbour is within. */
const outside = 8;

const weightsTaken = (tile: Tile): number => Math.ceil((tile.depth * columnsOf(tile)) / threadsOf(tile));

/** Of the narrowest tile there are fewer weights than threads. */
function keep(tile: Tile, at: number): string {
  const count = tile.depth * columnsOf(tile);
  const place = `thread + ${at * threadsOf(tile)}`;
  const line = `weightTile[${place}] = toKeep(w${at});`;
  return (at + 1) * threadsOf(tile) <= count ? line : `if (${place} < ${count}) { ${line} }`;
}

/** What the next step multiplies, into registers. */
function take(
  { tile: { depth }, inChunks, component }: Variant,
  taken: { readonly pixels: number; readonly weights: number },
): string {
  const weights = (first: string) =>
    times(taken.weights, at => `w${at} = weightsAt(${first} + term${at}, output${at});`);
  if (inChunks) {
    const steps = chunk / (4 * depth);
    return `
      let neighbour = step / ${steps} % 9;
      let channel = step / ${9 * steps} * ${chunk} + step % ${steps} * ${4 * depth};
      ${times(
        taken.pixels,
        at => `x${at} = pixelsAt(row${at} + neighbour / 3, column${at} + neighbour % 3, channel + 4 * part);`,
      )}
      ${weights('neighbour * channels + channel')}`;
  }
  const vector = (at: number) =>
    component === 4
      ? `x${at} = termsAt(row${at}, column${at}, term);`
      : `x${at} = vec4<f32>(${[0, 1, 2, 3].map(k => `termsAt(row${at}, column${at}, term + ${k})`).join(', ')});`;
  return `
      let term = step * ${4 * depth} + 4 * part;
      ${times(taken.pixels, vector)}
      ${weights(`step * ${4 * depth}`)}`;
}

/** Functions that read what a thread takes: 0 beyond the picture and beyond the last channel. */
function readers({ component, outputComponent, hasMask, inChunks }: Variant): string {
  const type = component === 4 ? 'vec4<f32>' : 'f32';
  const index = component === 4 ? 'at / 4' : 'at';
  const read = hasMask ? `select(${type}(0.0), x[${index}], mask[${index}] > ${type}(0.0))` : `x[${index}]`;
  return `
  fn pixelsAt(row : i32, column : i32, channel : i32) -> ${type} {
    let given = uniforms.given;
    if (row < 0 || row >= given.x || column < 0 || column >= given.y) { return ${type}(0.0); }
    let at = (row * given.y + column) * given.z + channel;
    return ${read};
  }
  ${
    inChunks
      ? ''
      : `
  fn termsAt(row : i32, column : i32, term : i32) -> ${type} {
    let neighbour = term / uniforms.given.z;
    if (neighbour >= 9) { return ${type}(0.0); }
    return pixelsAt(row + neighbour / 3, column + neighbour % 3, term % uniforms.given.z);
  }`
  }
  fn weightsAt(term : i32, output : i32) -> vec4<f32> {
    let outputs = uniforms.outShape.w;
    if (term >= 9 * uniforms.given.z || output >= outputs) { return vec4<f32>(0.0); }
    let at = term * outputs + output;
    ${
      outputComponent === 4
        ? 'return weights[at / 4];'
        : `
    var four = vec4<f32>(weights[at], 0.0, 0.0, 0.0);
    for (var k = 1; k < min(4, outputs - output); k++) { four[k] = weights[at + k]; }
    return four;`
    }
  }`;
}

/** Each sum with its bias and its ReLU to its place. What is not a number is not below 0, and stays. */
function write({ tile, outputComponent, hasBias, relu }: Variant): string {
  const finished = (bias: string, type: string, value: string) => `
        var made = ${value}${hasBias ? ` + ${bias}` : ''};
        ${relu ? `made = select(made, ${type}(0.0), made < ${type}(0.0));` : ''}`;
  const vector = (pixel: number, at: number) => `
      {
        let output = firstOutput + 4 * (across + ${at * tile.across});
        ${
          outputComponent === 4
            ? `
        if (output < outputs) {
          ${finished('bias[output / 4]', 'vec4<f32>', sum(pixel, at))}
          result[(pixel * outputs + output) / 4] = made;
        }`
            : `
        for (var k = 0; k < min(4, outputs - output); k++) {
          ${finished('bias[output + k]', 'f32', `${sum(pixel, at)}[k]`)}
          result[pixel * outputs + output + k] = made;
        }`
        }
      }`;
  return times(
    tile.pixels,
    at => `
    {
      let pixel = firstPixel + down + ${at * tile.down};
      if (pixel < pixels) { ${times(tile.vectors, place => vector(at, place))} }
    }`,
  );
}
