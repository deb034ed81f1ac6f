/**
 * What a graph model does to each channel on its own, brought into one form. Exporters write a norm or a bias as
 * any of a dozen chains of Mul, Sub, Rsqrt and the like; here each of them is a polynomial in the feature x, its mean
 * over the picture μ and the inverse of its deviation r = 1/√(σ² + ε), with a factor for each channel, and what chain
 * it came from no longer matters.
 */
import type { NetworkOperation } from '../../../src/graph/network.ts';

/** One number for all channels, or one for each. */
export type Channels = number | readonly number[];

type Power = 'x' | 'mean' | 'inverse';
type Monomial = '1' | Power | 'x inverse' | 'mean inverse';

export interface Channelwise {
  /** The step whose feature it is made of; a constant is made of none. */
  readonly of?: string;
  readonly epsilon?: number;
  readonly terms: Readonly<Partial<Record<Monomial, Channels>>>;
}

export const constant = (by: Channels): Channelwise => ({ terms: { 1: by } });
export const feature = (of: string): Channelwise => ({ of, terms: { x: 1 } });
export const mean = (of: string): Channelwise => ({ of, terms: { mean: 1 } });
export const inverseDeviation = (of: string, epsilon: number): Channelwise => ({
  of,
  epsilon,
  terms: { inverse: 1 },
});

/** The numbers of a constant; undefined where it is none. */
export function numbersOf({ terms }: Channelwise): Channels | undefined {
  const [one, ...more] = Object.keys(terms);
  if (one === undefined) return 0;
  return one === '1' && more.length === 0 ? terms[1] : undefined;
}

const products: Readonly<Record<string, Monomial>> = {
  x·inverse: 'x inverse',
  inverse·x: 'x inverse',
  mean·inverse: 'mean inverse',
  inverse·mean: 'mean inverse',
};

/** Undefined where the two are made of different steps, or differ in their channels. */
export function sum(a: Channelwise, b: Channelwise): Channelwise | undefined {
  const from = commonGround(a, b);
  if (!from) return undefined;
  const terms: Partial<Record<Monomial, Channels>> = { ...a.terms };
  for (const [monomial, by] of entriesOf(b)) {
    const there = terms[monomial];
    const added = there === undefined ? by : each(there, by, (p, q) => p + q);
    if (added === undefined) return undefined;
    terms[monomial] = added;
  }
  return { ...from, terms };
}

export const difference = (a: Channelwise, b: Channelwise): Channelwise | undefined => {
  const minus = product(b, constant(-1));
  return minus && sum(a, minus);
};

/** Undefined, too, where the product is no polynomial of this kind. */
export function product(a: Channelwise, b: Channelwise): Channelwise | undefined {
  const from = commonGround(a, b);
  if (!from) return undefined;
  let result: Channelwise | undefined = { ...from, terms: {} };
  for (const [left, p] of entriesOf(a)) {
    for (const [right, q] of entriesOf(b)) {
      const monomial: Monomial | undefined =
        left === '1' ? right : right === '1' ? left : products[`${left}·${right}`];
      const by = each(p, q, (one, other) => one * other);
      if (!result || monomial === undefined || by === undefined) return undefined;
      result = sum(result, { ...from, terms: { [monomial]: by } });
    }
  }
  return result;
}

/** Each number of a constant through `change`. */
export const mapped = (by: Channels, change: (number: number) => number): Channels =>
  typeof by === 'number' ? change(by) : by.map(change);

const entriesOf = ({ terms }: Channelwise) => Object.entries(terms) as [Monomial, Channels][];

function commonGround(a: Channelwise, b: Channelwise): Omit<Channelwise, 'terms'> | undefined {
  const of = a.of ?? b.of;
  const epsilon = a.epsilon ?? b.epsilon;
  if (a.of !== undefined && b.of !== undefined && a.of !== b.of) return undefined;
  if (a.epsilon !== undefined && b.epsilon !== undefined && a.epsilon !== b.epsilon) return undefined;
  return { ...(of !== undefined && { of }), ...(epsilon !== undefined && { epsilon }) };
}

function each(a: Channels, b: Channels, of: (a: number, b: number) => number): Channels | undefined {
  if (typeof a === 'number') return mapped(b, q => of(a, q));
  if (typeof b === 'number') return mapped(a, p => of(p, b));
  return a.length === b.length ? a.map((p, c) => of(p, b[c] ?? 0)) : undefined;
}

/** What a channelwise value is, as far as steps can say it. */
export type AsOperation =
  /** The step's own result. */
  | { readonly type: 'itself' }
  | { readonly type: 'operation'; readonly operation: NetworkOperation }
  | {
      readonly type: 'instance-norm';
      readonly scale: Channels;
      readonly shift: Channels;
      readonly epsilon: number;
    };

/** Undefined for what is no picture, such as a mean on its own. `channels` are the step's. */
export function asOperation({ terms, epsilon }: Channelwise, channels: number): AsOperation | undefined {
  const { x, 1: shift = 0, 'x inverse': scale, 'mean inverse': centre, ...rest } = terms;
  if (Object.keys(rest).length > 0) return undefined;
  if (scale !== undefined && centre !== undefined && x === undefined && epsilon !== undefined) {
    const left = each(scale, centre, (p, q) => Math.abs(p + q));
    const isCentred = left !== undefined && listed(left, channels).every(number => number < 1e-6);
    return isCentred ? { type: 'instance-norm', scale, shift, epsilon } : undefined;
  }
  if (x === undefined || scale !== undefined || centre !== undefined) return undefined;
  if (x === 1 && shift === 0) return { type: 'itself' };
  const operation: NetworkOperation =
    typeof x === 'number' && typeof shift === 'number'
      ? { type: 'affine', factor: x, offset: shift }
      : { type: 'channel-affine', factors: listed(x, channels), offsets: listed(shift, channels) };
  return { type: 'operation', operation };
}

export const listed = (by: Channels, channels: number): readonly number[] =>
  typeof by === 'number' ? Array.from({ length: channels }, () => by) : by;
