/** A loss of two stacks of features by itself, and the numbers on both sides as rows to compute with once more. */
import type { ParameterValue } from '../../graph/document.ts';
import type { ImageShape } from '../../graph/wire.ts';
import type { LowerableKind } from '../../runtime/compile/lowerable.ts';
import type { Numbers } from '../../runtime/testing/numbers.ts';
import { givenOf, inferAlone, leafOf, lossesOf, lowerAlone, termsOf } from './alone.ts';

type Params = Readonly<Record<string, ParameterValue>>;
export type Rows = readonly (readonly number[])[];

export interface Compared {
  /** A row for each position, read like a page. */
  readonly picture: Rows;
  readonly target: Rows;
  loss(params?: Params): Promise<number>;
  weights(): unknown;
}

/** `kind` between features of these shapes, at one layer. */
export function compared(kind: LowerableKind, picture: ImageShape, target: ImageShape, low = -1): Compared {
  const given = givenOf({ picture, target }, low);
  const lowered = (params: Params = {}) =>
    lowerAlone(
      kind,
      ir => ({
        features: { type: 'features', layers: { relu1_1: leafOf(ir, given, 'picture') } },
        target: { type: 'features', layers: { relu1_1: leafOf(ir, given, 'target') } },
      }),
      params,
    ).leaving;
  return {
    picture: rowsOf(given.picture),
    target: rowsOf(given.target),
    loss: async params => (await lossesOf(lowered(params), given)).relu1_1 ?? Number.NaN,
    weights: () => termsOf(lowered()).map(({ name, weights }) => [name, weights]),
  };
}

export const liveWeights = [
  [
    'relu1_1',
    [
      { node: 'alone', param: 'weight' },
      { node: 'alone', param: 'weights', entry: 'relu1_1' },
    ],
  ],
];

/** What `kind` says of two stacks of one layer, each of its own encoder. */
export const ofOtherEncoders = (kind: LowerableKind) => {
  const layers = { relu1_1: [9, 14, 4] } as const;
  return inferAlone(kind, {
    features: { type: 'features', from: 'vgg', layers },
    target: { type: 'features', from: 'lite', layers },
  });
};

function rowsOf(numbers: Numbers | undefined): Rows {
  const { shape: [height = 0, width = 0, channels = 0] = [], data = [] } = numbers ?? {};
  return Array.from({ length: height * width }, (_, position) =>
    Array.from({ length: channels }, (_, channel) => data[position * channels + channel] ?? 0),
  );
}

export const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);

export const average = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

export const squares = (rows: Rows): number => average(rows.flat().map(value => value * value));

/** 1 − cos for every row of one with every row of the other. */
export const cosines = (a: Rows, b: Rows): number[][] =>
  a.map(x => b.map(y => 1 - dot(x, y) / Math.sqrt((dot(x, x) + 1e-8) * (dot(y, y) + 1e-8))));

export const turned = (rows: Rows): number[][] =>
  (rows[0] ?? []).map((_, at) => rows.map(row => row[at] ?? 0));

/** Every other row or so: `rows` of a picture of this size, read at `side` places along each side. */
export function latticeOf(rows: Rows, [height, width]: readonly [number, number], side: number): Rows {
  const places = (extent: number) => {
    const count = Math.min(extent, side);
    return Array.from({ length: count }, (_, k) => Math.floor(((k + 0.5) * extent) / count));
  };
  return places(height).flatMap(i => places(width).map(j => rows[i * width + j] ?? []));
}
