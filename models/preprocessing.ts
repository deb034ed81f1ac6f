/**
 * What becomes of a picture before an encoder's first layer. Networks were trained on different ranges and
 * orders of the same three numbers, and their weights are worth nothing without the right ones.
 */
import type { EncoderFacts } from '../src/graph/wire.ts';

export type Triple = readonly [number, number, number];

/**
 * As a network's authors state it: the picture's channels (0 to 1) times `scale`, in `order`, minus `mean`,
 * divided by `std`. `mean` and `std` stand in that same `order`.
 */
export interface StatedPreprocessing {
  readonly order: 'rgb' | 'bgr';
  readonly scale: number;
  readonly mean: Triple;
  readonly std: Triple;
}

/** As the runtime applies it: a factor and an offset for red, green and blue. */
export interface Preprocessing {
  /** Which channel the first kernel, as it was trained, takes first. */
  readonly order: 'rgb' | 'bgr';
  readonly applied: EncoderFacts['preprocessing'];
}

const reversed = ([a, b, c]: Triple): Triple => [c, b, a];

const mapped = (triple: Triple, change: (value: number) => number): Triple => [
  change(triple[0]),
  change(triple[1]),
  change(triple[2]),
];

/** (x·scale − mean) / std is x·(scale/std) − mean/std. */
export function preprocessingOf(
  { order, scale, mean, std }: StatedPreprocessing,
  title: string,
): Preprocessing {
  const inRgb = (triple: Triple): Triple => (order === 'bgr' ? reversed(triple) : triple);
  const [red, green, blue] = inRgb(std);
  const [meanRed, meanGreen, meanBlue] = inRgb(mean);
  return {
    order,
    applied: {
      factors: mapped([red, green, blue], deviation => scale / deviation),
      offsets: [-meanRed / red, -meanGreen / green, -meanBlue / blue],
      title,
    },
  };
}

/** Caffe's, as Simonyan and Zisserman published VGG and as Keras kept it. */
export const caffePreprocessing = preprocessingOf(
  { order: 'bgr', scale: 255, mean: [103.939, 116.779, 123.68], std: [1, 1, 1] },
  "BGR, 0–255, Caffe's means",
);

/** torchvision's: mean and standard deviation of ImageNet's pictures. */
export const torchvisionPreprocessing = preprocessingOf(
  { order: 'rgb', scale: 1, mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225] },
  "RGB, 0–1, ImageNet's mean and deviation",
);
