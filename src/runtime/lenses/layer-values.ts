/** What a lens on a layer looks at, as values of the program: the features, and what their convolution takes. */
import type { WireContents } from '../../graph/wire.ts';
import { encode, layersOf } from '../compile/encode.ts';
import type { Program } from '../ir/program.ts';
import type { Value } from '../ir/value.ts';
import { type Look, sizeOf } from './looks.ts';
import { layerIndex } from './receptive-field.ts';

export interface LayerValues {
  /** The picture: [H, W, 3]. */
  readonly image: Value;
  /** [h, w, channels]. */
  readonly features: Value;
  /** What the layer's convolution takes, before its padding: [h, w, channels of the layer before]. */
  readonly input: Value;
}

/**
 * The values of `tap` on what `look` looks at. They are those of the graph's own program, so what the graph has
 * computed is found; only a picture that is painted is another leaf, whose numbers are given at the moment.
 */
export function layerValues(
  program: Program,
  encoder: WireContents['encoder'],
  { image: seen, taps, moves }: Look,
  tap: string,
): LayerValues {
  const { ir } = program;
  const image = moves ? ir.image({ hash: `seen by ${taps}`, shape: [...sizeOf(seen)] }) : seen;
  const features = encode(ir, encoder, image, [tap])[tap];
  if (!features) throw new Error(`The encoder has no ${tap}.`);
  return { image, features, input: enteringLayer(program, encoder, image, tap) };
}

function enteringLayer({ ir }: Program, encoder: WireContents['encoder'], image: Value, tap: string): Value {
  const index = layerIndex(encoder.encoder, tap);
  const layers = layersOf(encoder.encoder);
  const [before, layer] = [layers[index - 1], layers[index]];
  const { factors, offsets } = encoder.encoder.preprocessing;
  if (!before) return ir.channelAffine({ x: image }, { factors, offsets });
  const x = encode(ir, encoder, image, [before.relu])[before.relu];
  if (!x) throw new Error(`The encoder has no ${before.relu}.`);
  if (!layer?.startsBlock) return x;
  return encoder.pooling === 'max' ? ir.maxPool({ x }) : ir.averagePool({ x });
}
