/**
 * What the lenses on features ask of the worker, and what they are told: numbers that are few, and pictures that are
 * small. Nothing is computed unless it is asked for.
 */
import type { NodeId } from '../../graph/document.ts';
import type { ImageShape, WireContents } from '../../graph/wire.ts';
import type { Pixels } from '../host/scale-down.ts';
import type { ChannelActivity, Peak } from './channel-activity.ts';
import type { ConvolutionNumbers } from './one-convolution.ts';
import type { Patch } from './receptive-field.ts';

/** Which layer, and from where in the graph. */
export interface LayerAsked {
  /** Layer taps, or their encoder. */
  readonly node: NodeId;
  /** `relu3_1`, `conv3_1`; any of the encoder's, whether it is tapped in the graph or not. Without it, the deepest that is. */
  readonly tap?: string | undefined;
}

export interface Position {
  readonly row: number;
  readonly column: number;
}

export type FeatureQuestion =
  /** Its channels on one of the pictures, by activity; tiles of `count` of them, beginning with the `from`-th. */
  | (LayerAsked & {
      readonly type: 'layer';
      /** The taps of the picture by which the channels are sorted; without it, those of `node`. */
      readonly look?: NodeId | undefined;
      readonly from: number;
      readonly count: number;
    })
  /** One channel on every picture, on one scale. */
  | (LayerAsked & { readonly type: 'channel'; readonly channel: number })
  /** One feature of one picture, with all that it is made of. */
  | (LayerAsked & {
      readonly type: 'feature';
      readonly look: NodeId;
      readonly channel: number;
      readonly at: Position;
    });

/** A picture that is compared. */
export interface LookFacts {
  /** The node that taps it. */
  readonly taps: NodeId;
  /** The layers that are tapped in the graph. */
  readonly tapped: readonly string[];
  readonly size: ImageShape;
  /** Of the layer. */
  readonly shape: ImageShape;
  /** It is painted, or made of what is. */
  readonly moves: boolean;
  /** False of a picture that is to be painted yet. */
  readonly isThere: boolean;
}

export interface LayerFacts {
  readonly tap: string;
  /** Every tap of the encoder that all pictures are large enough for, shallow to deep. */
  readonly taps: readonly string[];
  readonly encoder: Pick<WireContents['encoder']['encoder'], 'title' | 'layers'>;
  readonly looks: readonly LookFacts[];
}

export interface LayerAnswer extends LayerFacts {
  readonly type: 'layer';
  /** The taps by whose picture the channels are sorted. */
  readonly look: NodeId;
  /** All of them, the most active first. */
  readonly channels: readonly ChannelActivity[];
  /** Each in colours by its own largest number. */
  readonly tiles: readonly { readonly channel: number; readonly picture: Pixels }[];
}

/** One channel on one picture. */
export interface ChannelOnPicture {
  readonly taps: NodeId;
  readonly mean: number;
  readonly peak: Peak;
  /** What the feature with the largest number looks at. */
  readonly patch: Patch;
  /** The picture itself; its map in colours; and a shade that leaves it light where the channel responds. */
  readonly photograph: Pixels;
  readonly map: Pixels;
  readonly shade: Pixels;
  /** The patch alone. */
  readonly cut: Pixels;
}

export interface ChannelAnswer extends LayerFacts {
  readonly type: 'channel';
  readonly channel: number;
  /** The scale of all maps, from dark to light. */
  readonly range: readonly [number, number];
  readonly pictures: readonly ChannelOnPicture[];
}

export interface OneFeature {
  readonly type: 'feature';
  readonly tap: string;
  readonly look: NodeId;
  readonly channel: number;
  readonly at: Position;
  /** As the runtime has it. */
  readonly value: number;
  readonly numbers: ConvolutionNumbers;
  /** Whether a ReLU stands behind the convolution at this tap. */
  readonly rectified: boolean;
  readonly patch: Patch;
  readonly cut: Pixels;
}

export type FeatureAnswer = LayerAnswer | ChannelAnswer | OneFeature;

/** What is told to whoever asks a {@link FeatureQuestion}, by its type. */
export type AnswerTo<Question extends FeatureQuestion> = Extract<
  FeatureAnswer,
  { readonly type: Question['type'] }
>;

/** The pixels of an answer: what changes hands when it is sent. */
export function buffersOf(answer: FeatureAnswer): readonly ArrayBuffer[] {
  const pixels = (): readonly Pixels[] => {
    switch (answer.type) {
      case 'layer':
        return answer.tiles.map(({ picture }) => picture);
      case 'channel':
        return answer.pictures.flatMap(({ photograph, map, shade, cut }) => [photograph, map, shade, cut]);
      case 'feature':
        return [answer.cut];
    }
  };
  return pixels().map(({ rgba }) => rgba.buffer);
}
