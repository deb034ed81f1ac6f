/**
 * A small world for tests of nodes, compiler and runtime together: pictures by formula, a VGG-shaped
 * encoder that is narrow enough to run in milliseconds, and the way from a document to what it paints.
 */
import type { GraphDocument } from '../../graph/document.ts';
import type { Facts } from '../../graph/kind.ts';
import { tensorsOf } from '../../graph/network.ts';
import { type Validated, validate } from '../../graph/validate.ts';
import type { EncoderFacts, EncoderLayer } from '../../graph/wire.ts';
import { say } from '../../language/message.ts';
import { success } from '../../language/result.ts';
import { type CompileOptions, compile } from '../../runtime/compile/compile.ts';
import type { ResolvedParameters } from '../../runtime/compile/live.ts';
import type { Plan } from '../../runtime/compile/plan.ts';
import { type PaintEvent, type PaintOptions, paint } from '../../runtime/execute/paint.ts';
import type { HostTensor, Resources } from '../../runtime/execute/resources.ts';
import { nodeKinds } from '../registry.ts';
import { narrowDecoder, narrowGenerator } from './narrow-networks.ts';

const layers: readonly EncoderLayer[] = [
  ['conv1_1', 4],
  ['conv1_2', 4],
  ['conv2_1', 6],
  ['conv2_2', 6],
  ['conv3_1', 8],
].map(([name, channels]) => ({ name: String(name), channels: Number(channels) }));

export const narrowEncoder: EncoderFacts = {
  hash: 'narrow',
  title: 'Narrow',
  layers,
  preprocessing: { factors: [4, 4, 4], offsets: [-2, -2, -2], title: 'RGB, −2 to 2' },
};

/** Numbers between −1 and 1 that look random and are the same everywhere. */
function scatter(count: number, seed: number): Float32Array {
  let state = (seed * 2_654_435_761 + 1) >>> 0;
  return Float32Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  });
}

const seedOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 10_007;

/** `sample:anything-33x21` is a picture 33 wide and 21 high; other names make other pictures. */
function pictureOf(reference: string): HostTensor {
  const [, width = '24', height = '16'] = /-(\d+)x(\d+)$/.exec(reference) ?? [];
  const shape = [Number(height), Number(width), 3];
  return {
    shape,
    data: scatter(Number(height) * Number(width) * 3, seedOf(reference)).map(value => 0.5 + 0.4 * value),
  };
}

export const trialFacts: Facts = {
  image: reference => {
    const [height = 0, width = 0] = pictureOf(reference).shape;
    return success({ hash: reference, height, width });
  },
  encoder: () => success(narrowEncoder),
  network: reference => success(reference === 'adain' ? narrowDecoder : narrowGenerator),
};

export const trialResources: Resources = {
  image: hash => success(pictureOf(hash)),
  weight: (network, tensor) => {
    const own = [narrowDecoder, narrowGenerator].find(({ hash }) => hash === network);
    const shape = own && tensorsOf(own.steps).get(tensor);
    if (shape) {
      const count = shape.reduce((product, side) => product * side, 1);
      return success({ shape, data: scatter(count, seedOf(tensor)).map(value => 0.4 * value) });
    }
    const index = layers.findIndex(({ name }) => tensor.startsWith(name));
    const out = layers[index]?.channels ?? 0;
    if (tensor.endsWith('bias'))
      return success({ shape: [out], data: scatter(out, index).map(value => 0.1 * value) });
    const into = layers[index - 1]?.channels ?? 3;
    const spread = Math.sqrt(6 / (9 * into));
    const data = scatter(9 * into * out, 100 + index).map(value => spread * value);
    return success({ shape: [3, 3, into, out], data });
  },
};

export function validated(document: GraphDocument): Validated {
  const result = validate(document, nodeKinds, trialFacts);
  if (!result.ok) {
    throw new Error(result.reason.map(({ node, reason }) => `${node ?? ''}: ${say(reason)}`).join('\n'));
  }
  return result.value;
}

export function planOf(document: GraphDocument, options?: CompileOptions): Plan {
  const result = compile(validated(document), nodeKinds, trialFacts, options);
  if (!result.ok) throw new Error(result.reason.map(({ reason }) => say(reason)).join('\n'));
  return result.value;
}

/** Paints `document` and collects every event. */
export async function paintAll(
  document: GraphDocument,
  {
    compiled,
    ...options
  }: Partial<PaintOptions> & {
    readonly params?: () => ResolvedParameters;
    readonly compiled?: CompileOptions;
  } = {},
): Promise<PaintEvent[]> {
  const { params } = validated(document);
  const events: PaintEvent[] = [];
  for await (const event of paint(planOf(document, compiled), {
    resources: trialResources,
    params: () => params,
    ...options,
  })) {
    events.push(event);
  }
  return events;
}

/** The first event of a type. */
export function eventOf<T extends PaintEvent['type']>(
  events: readonly PaintEvent[],
  type: T,
): Extract<PaintEvent, { type: T }> {
  const found = events.find((event): event is Extract<PaintEvent, { type: T }> => event.type === type);
  if (!found) throw new Error(`There is no ${type} event among: ${events.map(event => event.type).join()}.`);
  return found;
}
