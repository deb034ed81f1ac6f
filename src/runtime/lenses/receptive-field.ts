/**
 * The receptive field: the patch of the image that one feature looks at. Walked back from the feature through
 * kernels, strides and paddings: a 3×3 convolution looks one position further to each side, a 2×2 pooling at
 * twice as many positions. What lies beyond the border is no part of it, for nothing is there but what the padding
 * made up from inside.
 */
import type { EncoderFacts, ImageShape } from '../../graph/wire.ts';
import { layersOf } from '../compile/encode.ts';

/** Rows and columns of an image, counted from 0, `bottom` and `right` not included. */
export interface Patch {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Field {
  /** The side of the patch in the middle of a large image, in pixels. */
  readonly size: number;
  /** How many pixels lie between the patches of two neighbouring features. */
  readonly stride: number;
}

type Layered = Pick<EncoderFacts, 'layers'>;

/** Which layer a tap stands behind, from 0; `relu3_1` and `conv3_1` stand behind the same one. */
export const layerIndex = (encoder: Layered, tap: string): number =>
  layersOf(encoder).findIndex(({ name, relu }) => name === tap || relu === tap);

/** How large the patches of a tap are, and how far apart. */
export function fieldOf(encoder: Layered, tap: string): Field {
  let [size, stride] = [1, 1];
  for (const { startsBlock } of layersOf(encoder)
    .slice(0, layerIndex(encoder, tap) + 1)
    .reverse()) {
    size += 2;
    if (!startsBlock) continue;
    size *= 2;
    stride *= 2;
  }
  return { size, stride };
}

/** The patch of an image of `height` × `width` that the feature of `tap` at `row` and `column` looks at. */
export function receptiveField(
  encoder: Layered,
  tap: string,
  [height, width]: Readonly<ImageShape>,
  { row, column }: { readonly row: number; readonly column: number },
): Patch {
  const layers = layersOf(encoder).slice(0, layerIndex(encoder, tap) + 1);
  const [top, bottom] = lookedAt(layers, height, row);
  const [left, right] = lookedAt(layers, width, column);
  return { top, left, bottom, right };
}

type Layers = ReturnType<typeof layersOf>;

/** Along one side of `extent` pixels, the end not included. */
function lookedAt(layers: Layers, extent: number, at: number): [number, number] {
  // The pooling drops an odd last row: a deep layer's last row is not the image's.
  let here = extent;
  const extents = layers.map(({ startsBlock }) => {
    if (startsBlock) here = Math.floor(here / 2);
    return here;
  });
  let [from, to] = [at, at + 1];
  for (let layer = layers.length - 1; layer >= 0; layer--) {
    from = Math.max(from - 1, 0);
    to = Math.min(to + 1, extents[layer] ?? to + 1);
    if (layers[layer]?.startsBlock) [from, to] = [2 * from, 2 * to];
  }
  return [from, to];
}
