/**
 * The lens on features: asked from a tap or an encoder, it tells of one layer's channels on every picture that the
 * encoder looks at, of one channel, of one feature. Between two questions it keeps the tensors of the layer that was
 * asked about, so that walking over positions computes nothing; closed, it keeps nothing.
 */
import type * as tf from '@tensorflow/tfjs-core';
import type { ImageShape } from '../../graph/wire.ts';
import { message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';
import { tapShapes } from '../compile/encode.ts';
import { pixelsOf } from '../host/scale-down.ts';
import { bytes } from '../ir/value.ts';
import { peakOf, rangeOf } from './channel-activity.ts';
import { largest, mapOf, shadeOf, tileOf } from './draw-features.ts';
import type {
  AnswerTo,
  ChannelAnswer,
  FeatureAnswer,
  FeatureQuestion,
  LayerAnswer,
  LayerAsked,
  LayerFacts,
  OneFeature,
} from './feature-questions.ts';
import type { LensGround } from './lens-ground.ts';
import { type EncoderLooks, type Look, looksFrom, sizeOf } from './looks.ts';
import type { ConvolutionNumbers } from './one-convolution.ts';
import {
  readActivity,
  readChannel,
  readFeature,
  readNeighbours,
  readPatch,
  readSmall,
} from './read-layer.ts';
import { layerIndex, receptiveField } from './receptive-field.ts';
import { type LayerTensors, SeenLayer } from './seen-layer.ts';

/** The longer side of a tile and of a patch, in pixels. */
const tileSize = 64;
const cutSize = 128;

/** A layer that was looked at. */
interface Seen {
  readonly facts: LayerFacts;
  readonly encoder: EncoderLooks['encoder'];
  readonly pictures: readonly { readonly look: Look; readonly tensors: LayerTensors }[];
}

export class FeatureLens {
  readonly #layer = new SeenLayer();
  #asked: Promise<unknown> = Promise.resolve();

  /** Ops that were run for it so far. */
  get computed(): number {
    return this.#layer.computed;
  }

  /** Answers one question after another; `ground` is asked for when its turn has come. */
  ask<Question extends FeatureQuestion>(
    question: Question,
    ground: () => LensGround | undefined,
  ): Promise<Result<AnswerTo<Question>>> {
    const answer = this.#asked.then(() => this.#answer(question, ground()));
    this.#asked = answer;
    return answer as Promise<Result<AnswerTo<Question>>>;
  }

  /** Lets go of every tensor, as soon as nothing is being answered. */
  close(): Promise<void> {
    const closed = this.#asked.then(() => this.#dispose());
    this.#asked = closed;
    return closed;
  }

  async #answer(question: FeatureQuestion, ground: LensGround | undefined): Promise<Result<FeatureAnswer>> {
    try {
      const seen = ground ? await this.#look(question, ground) : failure(message('feature-lens.nothing'));
      if (!seen.ok || !ground) return seen as Result<never>;
      if (question.type === 'layer') return success(await layerAnswer(question, seen.value));
      if (question.type === 'channel') return success(await channelAnswer(question, seen.value));
      return await featureAnswer(question, seen.value, ground);
    } catch {
      // A device that is gone, or no room: what it held is of no use. The painting tells of it by itself.
      this.#dispose();
      return failure(message('feature-lens.failed'));
    }
  }

  async #look({ node, tap: asked }: LayerAsked, ground: LensGround): Promise<Result<Seen>> {
    const found = looksFrom(node, ground.understood, ground.plan);
    if (!found) return failure(message('feature-lens.nothing'));
    const { encoder, looks } = found;
    const shapes = looks.map(look => tapShapes(encoder, sizeOf(look.image)));
    const taps = Object.keys(shapes[0] ?? {}).filter(tap => shapes.every(of => isThere(of[tap])));
    const own = looks.find(({ taps }) => taps === node)?.tapped ?? looks.flatMap(({ tapped }) => tapped);
    const tap = taps.find(name => name === asked) ?? taps.findLast(name => own.includes(name)) ?? taps.at(-1);
    if (tap === undefined) return failure(message('feature-lens.nothing'));
    // The features and what enters their convolution are of about the same size.
    const needed = shapes.reduce((sum, of) => sum + 2 * bytes(of[tap] ?? []), 0);
    if (needed > ground.room) return failure(message('feature-lens.too-large', { layer: tap }));
    const tensors = await this.#layer.look(tap, encoder, looks, ground);
    const facts: LayerFacts = {
      tap,
      taps,
      encoder: { title: encoder.encoder.title, layers: encoder.encoder.layers },
      looks: looks.map(({ image, moves, taps, tapped }, at) => ({
        taps,
        tapped,
        moves,
        size: sizeOf(image),
        shape: shapes[at]?.[tap] ?? [0, 0, 0],
        isThere: tensors[at] !== undefined,
      })),
    };
    const pictures = looks.flatMap((look, at) => (tensors[at] ? [{ look, tensors: tensors[at] }] : []));
    return success({ facts, encoder, pictures });
  }

  #dispose(): void {
    try {
      this.#layer.dispose();
    } catch {
      // A device that is gone has freed it already.
    }
  }
}

const isThere = (shape: ImageShape | undefined): boolean => shape?.every(extent => extent > 0) ?? false;

async function layerAnswer(
  { node, look, from, count }: Extract<FeatureQuestion, { readonly type: 'layer' }>,
  { facts, pictures }: Seen,
): Promise<LayerAnswer> {
  const of = (taps: string | undefined) => pictures.find(({ look }) => look.taps === taps);
  const chosen = of(look) ?? of(node) ?? pictures[0];
  if (!chosen) return { ...facts, type: 'layer', look: node, channels: [], tiles: [] };
  const { features } = chosen.tensors;
  const channels = await readActivity(features);
  const shown = channels.slice(from, from + count).map(({ channel }) => channel);
  const small = await readSmall(features, shown, tileSize);
  const tiles = shown.flatMap((channel, at) => {
    const numbers = small[at];
    return numbers ? [{ channel, picture: tileOf(numbers, tileSize) }] : [];
  });
  return { ...facts, type: 'layer', look: chosen.look.taps, channels, tiles };
}

async function channelAnswer(
  { channel }: Extract<FeatureQuestion, { readonly type: 'channel' }>,
  { facts, encoder, pictures }: Seen,
): Promise<ChannelAnswer> {
  const read = await Promise.all(
    pictures.map(async ({ look, tensors: { image, features } }) => {
      const numbers = await readChannel(features, channel);
      const peak = peakOf(numbers);
      const patch = receptiveField(encoder.encoder, facts.tap, sizeOf(look.image), peak);
      const [photograph, cut] = await Promise.all([readWhole(image), readPatch(image, patch)]);
      return { taps: look.taps, numbers, peak, patch, photograph, cut };
    }),
  );
  const range = rangeOf(read.map(({ numbers }) => numbers));
  return {
    ...facts,
    type: 'channel',
    channel,
    range,
    pictures: read.map(({ taps, numbers, peak, patch, photograph, cut }) => ({
      taps,
      mean: numbers.data.reduce((sum, value) => sum + Math.max(value, 0), 0) / numbers.data.length,
      peak,
      patch,
      photograph: pixelsOf(photograph, largest),
      map: mapOf(numbers, range),
      shade: shadeOf(numbers, range),
      cut: pixelsOf(cut, cutSize),
    })),
  };
}

const readWhole = (image: tf.Tensor) => {
  const [bottom = 1, right = 1] = image.shape;
  return readPatch(image, { top: 0, left: 0, bottom, right });
};

async function featureAnswer(
  { look: taps, channel, at }: Extract<FeatureQuestion, { readonly type: 'feature' }>,
  { facts, encoder, pictures }: Seen,
  { understood: { resources } }: LensGround,
): Promise<Result<OneFeature>> {
  const seen = pictures.find(({ look }) => look.taps === taps);
  const name = encoder.encoder.layers[layerIndex(encoder.encoder, facts.tap)]?.name ?? '';
  const kernel = resources.weight(encoder.encoder.hash, `${name}/kernel`);
  const bias = resources.weight(encoder.encoder.hash, `${name}/bias`);
  if (!seen) return failure(message('feature-lens.nothing'));
  if (!kernel.ok) return kernel;
  if (!bias.ok) return bias;
  const { image, features, input } = seen.tensors;
  const patch = receptiveField(encoder.encoder, facts.tap, sizeOf(seen.look.image), at);
  const [value, neighbours, cut] = await Promise.all([
    readFeature(features, { ...at, channel }),
    readNeighbours(input, at, encoder.padding),
    readPatch(image, patch),
  ]);
  const numbers: ConvolutionNumbers = {
    input: neighbours,
    weights: kernelOf(kernel.value, channel),
    bias: bias.value.data[channel] ?? 0,
  };
  const { tap } = facts;
  const rectified = tap !== name;
  const picture = pixelsOf(cut, cutSize);
  return success({
    type: 'feature',
    tap,
    look: taps,
    channel,
    at,
    value,
    numbers,
    rectified,
    patch,
    cut: picture,
  });
}

/** The weights [3, 3, in] of one channel that goes out, from [3, 3, in, out]. */
function kernelOf(
  { shape, data }: { readonly shape: readonly number[]; readonly data: Float32Array },
  channel: number,
) {
  const out = shape[3] ?? 1;
  return Float32Array.from({ length: data.length / out }, (_, i) => data[i * out + channel] ?? 0);
}
