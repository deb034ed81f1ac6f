/// <reference lib="dom" />
/** What a page and its worker say to each other of a film: a graph that paints one frame after another. */
import type { GraphDocument, NodeId } from '../../graph/document.ts';
import type { FrameFlicker } from '../film/film.ts';
import type { Pixels } from './scale-down.ts';

/**
 * The pictures that are others in each frame, by the references under which documents name them: the frame; what was
 * painted before, moved to where everything is now; and white where that can be relied upon.
 */
export const filmReferences = {
  frame: 'file:film/frame',
  last: 'file:film/last',
  sound: 'file:film/sound',
} as const;

export interface FilmRequest {
  /** For the first frame. */
  readonly first: GraphDocument;
  /** For all others, where an optimiser paints. */
  readonly next?: GraphDocument;
  readonly output: NodeId;
  readonly optimiser?: NodeId;
  /** Of every frame, in pixels. */
  readonly size: { readonly width: number; readonly height: number };
  /** α of the temporal loss of a graph that does not optimise. */
  readonly steadiness: number;
}

export interface PaintedFrame {
  readonly pixels: Pixels;
  /** From the second frame on. */
  readonly flicker?: FrameFlicker;
  /** What it took. */
  readonly milliseconds: number;
}
