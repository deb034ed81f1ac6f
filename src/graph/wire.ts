/**
 * What a wire is known to carry before anything has run: the type, and every shape in it. Inferred from
 * facts about the outside (sizes of pictures, widths of encoders) and shown on the wire; what the plan
 * allocates later has exactly these shapes (rule R6).
 */
import type { Text } from '../language/text.ts';
import type { PortType } from './port-type.ts';

/** Height, width, channels. */
export type ImageShape = readonly [height: number, width: number, channels: number];

/** A stack: one entry for each named layer, shallow to deep, such as relu1_1 … relu5_1. */
export type Stack<T> = Readonly<Record<string, T>>;

export interface EncoderLayer {
  /** Of the convolution: `conv3_1`. */
  readonly name: string;
  readonly channels: number;
}

/** What is known of an encoder without its weights. */
export interface EncoderFacts {
  /** Hash of architecture, weights and preprocessing: equal hashes give equal features. */
  readonly hash: string;
  /** A name of its own is the same in every language; what says what it is, is said in each. */
  readonly title: string | Text;
  /** In the order of the forward pass; a 2×2 pooling stands before the first layer of each block but the first. */
  readonly layers: readonly EncoderLayer[];
  /**
   * What becomes of a picture before the first layer: each channel (red, green, blue; 0 to 1) times its
   * factor plus its offset. An encoder that was trained on blue, green, red has its first kernel exchanged
   * when it is loaded, so that this is all there is.
   */
  readonly preprocessing: {
    readonly factors: readonly [number, number, number];
    readonly offsets: readonly [number, number, number];
    /** In words, for the node: "BGR, 0–255, Caffe's means". */
    readonly title: string;
  };
}

export type Pooling = 'max' | 'average';
export type Padding = 'zero' | 'replicate' | 'reflect';

/** What is known of each type of wire. */
export interface WireContents {
  readonly image: { readonly shape: ImageShape };
  readonly mask: { readonly shape: ImageShape };
  readonly picture: { readonly shape: ImageShape };
  readonly result: { readonly shape: ImageShape };
  readonly encoder: {
    readonly encoder: EncoderFacts;
    readonly pooling: Pooling;
    readonly padding: Padding;
  };
  /** `from` tells encoders, poolings and paddings apart: features of different ones do not compare. */
  readonly features: { readonly from: string; readonly layers: Stack<ImageShape> };
  readonly statistics: {
    readonly from: string;
    readonly statistic: string;
    readonly layers: Stack<readonly number[]>;
  };
  /** `terms` names the parts of the loss: `relu1_1`, or `style/relu1_1` once it went through a sum. */
  readonly loss: { readonly terms: readonly string[] };
}

export type WireOf<T extends PortType> = { readonly type: T } & WireContents[T];
export type Wire = { [T in PortType]: WireOf<T> }[PortType];
