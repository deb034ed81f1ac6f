/** Which values a parameter takes, as a sentence: for its help page, from its declaration. */

import { own } from '../../graph/own.ts';
import type { Control, Parameter } from '../../graph/parameter.ts';
import type { Words } from '../language/words.ts';

export function valuesOf({ control }: Parameter, words: Words): string {
  switch (control.type) {
    case 'number':
    case 'integer':
      return rangeOf(control, words);
    case 'choice':
      return Object.values(control.choices)
        .map(choice => words(choice))
        .join(' · ');
    case 'flag':
      return words('help.on-or-off');
    case 'layers':
      return words('help.layers');
    case 'weights':
      return words(control.over === 'layers' ? 'help.weights-layers' : 'help.weights-slots');
    case 'image':
      return words('help.image');
    case 'encoder':
      return words('help.encoder');
    case 'network':
      return words('expect-network');
  }
}

/** With which values of others it matters, a sentence for each of them: "Only with Method: L-BFGS". */
export const conditionsOf = (
  { matters = {} }: Parameter,
  params: Readonly<Record<string, Parameter>>,
  words: Words,
): readonly string[] =>
  Object.entries(matters).flatMap(([other, values]) => {
    const parameter = own(params, other);
    if (!parameter) return [];
    const chosen = values.map(value => defaultOf({ ...parameter, default: value }, words)).join(' · ');
    return [words('help.only-with', { param: parameter.title, values: chosen })];
  });

function rangeOf(control: Extract<Control, { type: 'number' | 'integer' }>, words: Words): string {
  const unit = control.unit ? ` ${control.unit}` : '';
  const range = `${numberIn(control.min)} – ${numberIn(control.max)}${unit}`;
  return control.type === 'integer' ? words('help.whole', { range }) : range;
}

/** What a new node has. */
export function defaultOf({ default: value, control }: Parameter, words: Words): string {
  if (control.type === 'choice') {
    const chosen = control.choices[String(value)];
    return chosen ? words(chosen) : String(value);
  }
  if (typeof value === 'boolean') return words(value ? 'help.on' : 'help.off');
  if (typeof value === 'number') return numberIn(value);
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'string' ? value : '';
}

const numberIn = (value: number): string =>
  Math.abs(value) >= 1e6 || (value !== 0 && Math.abs(value) < 1e-4)
    ? value.toExponential().replace('e+', 'e')
    : new Intl.NumberFormat('en', { useGrouping: 'min2', maximumFractionDigits: 6 }).format(value);
