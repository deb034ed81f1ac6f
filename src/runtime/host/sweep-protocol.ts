/// <reference lib="dom" />
/** What a page and its worker say to each other of a sweep: one graph, painted for each of many values. */
import type { GraphDocument } from '../../graph/document.ts';
import type { Problem } from '../../graph/problem.ts';
import type { Message } from '../../language/message.ts';
import type { Axis } from '../sweep/axis.ts';
import type { Pixels } from './scale-down.ts';

/** Sweeps in different lanes go on beside each other; in one lane, a sweep takes the place of the one before. */
export type SweepLane = 'runs' | 'lens';

export interface SweepRequest {
  /** Without it, that of the runs. */
  readonly lane?: SweepLane;
  /** Told with all news of this sweep. */
  readonly number: number;
  readonly document: GraphDocument;
  /** One or two. */
  readonly axes: readonly Axis[];
  /** How long the longer side of a picture may be that is sent to the page, in pixels. */
  readonly pictureSize: number;
}

/** Cells are called by their names; see `gridOf`. */
export type SweepNews =
  | { readonly type: 'begun'; readonly cell: string }
  /** On the way, now and then. */
  | ({ readonly type: 'picture'; readonly cell: string; readonly iterations: number } & CellPicture)
  | ({ readonly type: 'finished'; readonly cell: string } & CellPicture)
  /** The others are painted all the same. */
  | { readonly type: 'failed'; readonly cell: string; readonly problems: readonly Problem[] }
  | { readonly type: 'ended'; readonly end: SweepEnd };

export interface CellPicture {
  readonly picture: Pixels;
  readonly iteration: number;
  /** Of the picture that this iteration began with. */
  readonly loss?: number;
}

export type SweepEnd =
  | { readonly type: 'finished' }
  | { readonly type: 'stopped' }
  /** It never began, or what painted it is gone. */
  | { readonly type: 'failed'; readonly reason: Message };
