/**
 * Where a number lies on its slider, and how far a key or a drag takes it. Weights may lie anywhere between
 * nothing and a thousand million, of which a slider of a hundred pixels shows only what is near: six decades
 * around the default, and whatever the number happens to be.
 */
import type { Control } from '../../graph/parameter.ts';

export type NumberSpec = Extract<Control, { readonly type: 'number' | 'integer' }>;

export interface SliderScale {
  /** From 0 to 1. */
  toPosition(value: number): number;
  toValue(position: number): number;
  /** `value` after so many presses of an arrow key; any fraction of one, and backwards. */
  moved(value: number, steps: number): number;
}

/** Steps of a logarithmic slider that make a factor of ten. */
const perDecade = 20;
const reach = 1e3;
/** Above this many, a slider could not be set to one of them. */
const mostIntegers = 1e6;

/** Whether a slider is of any use: a seed is typed. */
export const hasSlider = ({ min, max, ...spec }: NumberSpec): boolean =>
  spec.type === 'number' || max - min <= mostIntegers;

/** The slider of `spec` for a number that is `value` now and was `initial` to begin with. */
export function sliderScale(spec: NumberSpec, initial: number, value: number): SliderScale {
  return isLogarithmic(spec) ? logarithmic(spec, initial, value) : linear(spec);
}

const isLogarithmic = (spec: NumberSpec): boolean =>
  spec.type === 'number' ? spec.scale === 'logarithmic' : spec.min > 0 && spec.max / spec.min > 100;

function linear(spec: NumberSpec): SliderScale {
  const { min, max } = spec;
  const step = stepOf(spec);
  const snap = (value: number) => clamp(spec, rounded(Math.round(value / step) * step));
  return {
    toPosition: value => (clamp(spec, value) - min) / (max - min),
    toValue: position => snap(min + position * (max - min)),
    moved: (value, steps) => {
      const moved = value + steps * step;
      // With Alt a step is a tenth of one, finer than the slider's.
      return clamp(spec, spec.type === 'integer' ? wholeStep(value, moved) : rounded(moved));
    },
  };
}

function stepOf(spec: NumberSpec): number {
  if (spec.type === 'integer') return 1;
  return spec.step ?? 10 ** Math.floor(Math.log10((spec.max - spec.min) / 50));
}

function logarithmic(spec: NumberSpec, initial: number, value: number): SliderScale {
  const middle = initial > 0 ? initial : 1;
  const known = value > 0 ? value : middle;
  const low = Math.max(spec.min, Math.min(middle / reach, decadeBelow(known)));
  const high = Math.min(spec.max, Math.max(middle * reach, known));
  const decades = Math.log10(high / low);
  const snap = (number: number) => {
    const digits = rounded(number, 3);
    return clamp(spec, spec.type === 'integer' ? Math.round(digits) : digits);
  };
  // Nothing at all lies at the very left where that is allowed.
  const isOff = (position: number) => spec.min <= 0 && position <= 0;
  return {
    toPosition: number => (number <= low ? 0 : Math.min(1, Math.log10(number / low) / decades)),
    toValue: position => {
      if (isOff(position)) return 0;
      return position >= 1 ? high : snap(low * 10 ** (position * decades));
    },
    moved: (number, steps) => {
      if (number <= 0) return steps > 0 ? snap(low * 10 ** ((steps - 1) / perDecade)) : clamp(spec, 0);
      const moved = 10 ** ((stepAt(number) + steps) / perDecade);
      if (spec.min <= 0 && steps < 0 && moved < low * 0.9) return 0;
      return spec.type === 'integer' ? clamp(spec, wholeStep(number, moved)) : clamp(spec, rounded(moved, 4));
    },
  };
}

/** Steps from 1: whole where only rounding keeps a number off one, so that twenty steps from 10 lead to 100. */
function stepAt(number: number): number {
  const step = Math.log10(number) * perDecade;
  const whole = Math.round(step);
  return Math.abs(step - whole) < 0.01 ? whole : step;
}

const decadeBelow = (value: number): number => 10 ** Math.floor(Math.log10(value));

/** The integer at `moved`, and never the one that it came from. */
function wholeStep(from: number, moved: number): number {
  const whole = Math.round(moved);
  return whole === from && moved !== from ? from + Math.sign(moved - from) : whole;
}

/** Without the 0.30000000000000004 of binary fractions. */
const rounded = (value: number, digits = 10): number => Number(value.toPrecision(digits));

const clamp = ({ min, max }: NumberSpec, value: number): number => Math.min(max, Math.max(min, value));
