/**
 * A parameter declares everything about itself once: which values it takes (a zod schema), its default,
 * the control that edits it, and whether it is *live*, that is, a scalar that the running loop takes up at
 * its next iteration without recompiling (rule R3). Inspector, command line, validator and compiler read
 * the same declaration.
 */
import { z } from 'zod';
import type { Text } from '../language/text.ts';
import type { ParameterValue } from './document.ts';
import type { Conditions } from './relevance.ts';

/** How a page or a command line edits the parameter. */
export type Control =
  | {
      readonly type: 'number';
      readonly min: number;
      readonly max: number;
      readonly step?: number;
      readonly scale: 'linear' | 'logarithmic';
      readonly unit?: string;
    }
  | { readonly type: 'integer'; readonly min: number; readonly max: number; readonly unit?: string }
  | { readonly type: 'choice'; readonly choices: Readonly<Record<string, Text>> }
  | { readonly type: 'flag' }
  /** A set of an encoder's layers, such as `['relu1_1', 'relu4_2']`. */
  | { readonly type: 'layers' }
  /** A weight for each named layer or slot; a name that is missing weighs 1. */
  | { readonly type: 'weights'; readonly over: 'layers' | 'slots' }
  /** A reference to a picture: `sample:NAME` or `file:PATH`; of a mask, which a page lets paint, `none` too. */
  | { readonly type: 'image'; readonly of: 'picture' | 'mask' }
  /** A reference to an encoder: `lite`, `model:NAME`, `random:SEED`, `folder:PATH` or `file:PATH`. */
  | { readonly type: 'encoder' }
  /** A reference to a feed-forward network: `adain`, `folder:PATH` or `file:PATH`; `none` where none is chosen. */
  | { readonly type: 'network'; readonly takes: 'image' | 'features' };

export interface Parameter<T extends ParameterValue = ParameterValue, Live extends boolean = boolean> {
  readonly schema: z.ZodType<T>;
  readonly default: T;
  readonly control: Control;
  readonly live: Live;
  readonly title: Text;
  readonly hint: Text;
  /** Without it, always. */
  readonly matters?: Conditions;
}

interface Said {
  readonly title: Text;
  readonly hint: Text;
}

interface NumberOptions extends Said {
  readonly default: number;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  /** Logarithmic where factors matter more than differences, as for most weights. */
  readonly scale?: 'linear' | 'logarithmic';
  readonly unit?: string;
}

type Weights = Readonly<Record<string, number>>;

const layerName = /^(conv|relu)\d+_\d+$/;

const numberOf = <Live extends boolean>(live: Live, options: NumberOptions): Parameter<number, Live> => {
  const { default: value, min, max, step, scale = 'linear', unit, title, hint } = options;
  return {
    schema: z.number().min(min).max(max),
    default: value,
    control: { type: 'number', min, max, scale, ...(step !== undefined && { step }), ...(unit && { unit }) },
    live,
    title,
    hint,
  };
};

export const param = {
  /** A number that shapes the program: changing it recomputes what depends on it. */
  number: (options: NumberOptions) => numberOf(false, options),

  /** A scalar of the loop: changing it while painting costs nothing. */
  live: (options: NumberOptions) => numberOf(true, options),

  integer: ({
    default: value,
    min,
    max,
    unit,
    title,
    hint,
  }: Omit<NumberOptions, 'step' | 'scale'>): Parameter<number, false> => ({
    schema: z.int().min(min).max(max),
    default: value,
    control: { type: 'integer', min, max, ...(unit && { unit }) },
    live: false,
    title,
    hint,
  }),

  /** One of several words; the first is the default. */
  choice: <const C extends Readonly<Record<string, Text>>>({
    choices,
    title,
    hint,
  }: Said & { readonly choices: C }): Parameter<keyof C & string, false> => {
    const names = Object.keys(choices) as [keyof C & string, ...(keyof C & string)[]];
    return {
      schema: z.enum(names) as unknown as z.ZodType<keyof C & string>,
      default: names[0],
      control: { type: 'choice', choices },
      live: false,
      title,
      hint,
    };
  },

  flag: ({
    default: value,
    title,
    hint,
  }: Said & { readonly default: boolean }): Parameter<boolean, false> => ({
    schema: z.boolean(),
    default: value,
    control: { type: 'flag' },
    live: false,
    title,
    hint,
  }),

  layers: ({
    default: value,
    title,
    hint,
  }: Said & { readonly default: readonly string[] }): Parameter<readonly string[], false> => ({
    schema: z.array(z.string().regex(layerName)).max(64).readonly(),
    default: value,
    control: { type: 'layers' },
    live: false,
    title,
    hint,
  }),

  /** Live weights by name. */
  weights: ({
    over,
    title,
    hint,
  }: Said & { readonly over: 'layers' | 'slots' }): Parameter<Weights, true> => ({
    schema: z.record(z.string().max(100), z.number().min(0).max(1e9)),
    default: {},
    control: { type: 'weights', over },
    live: true,
    title,
    hint,
  }),

  image: ({
    default: value,
    title,
    hint,
  }: Said & { readonly default: string }): Parameter<string, false> => ({
    schema: z
      .string()
      .regex(/^(sample|file):.+/)
      .max(4096),
    default: value,
    control: { type: 'image', of: 'picture' },
    live: false,
    title,
    hint,
  }),

  /** A mask as a picture; `none` until there is one. */
  mask: ({ title, hint }: Said): Parameter<string, false> => ({
    schema: z
      .string()
      .regex(/^(none|(sample|file):.+)$/)
      .max(4096),
    default: 'none',
    control: { type: 'image', of: 'mask' },
    live: false,
    title,
    hint,
  }),

  encoder: ({
    default: value,
    title,
    hint,
  }: Said & { readonly default: string }): Parameter<string, false> => ({
    schema: z
      .string()
      .regex(/^(lite|model:[a-z0-9._-]{1,64}|random:\d{1,9}|(folder|file):.+)$/)
      .max(4096),
    default: value,
    control: { type: 'encoder' },
    live: false,
    title,
    hint,
  }),

  network: ({
    default: value,
    takes,
    title,
    hint,
  }: Said & { readonly default: string; readonly takes: 'image' | 'features' }): Parameter<
    string,
    false
  > => ({
    schema: z
      .string()
      .regex(/^(none|adain|(folder|file):.+)$/)
      .max(4096),
    default: value,
    control: { type: 'network', takes },
    live: false,
    title,
    hint,
  }),
};
