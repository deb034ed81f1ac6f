/** What may stand in a parameter: the sentence that says it, and the nearest value that would do. */
import { type Message, message } from '../language/message.ts';
import { closest } from './closest.ts';
import type { ParameterValue } from './document.ts';
import type { Parameter } from './parameter.ts';

/** Which values `parameter` takes, as a part of a sentence: "a number from 0 to 1000". */
export function expectation({ control }: Pick<Parameter, 'control'>): Message {
  switch (control.type) {
    case 'number':
    case 'integer':
      return message(`expect-${control.type}`, {
        // As texts: within a sentence that people copy from, 1000000 must not become 1,000,000.
        min: String(control.min),
        max: String(control.max),
        unit: control.unit ? ` ${control.unit}` : '',
      });
    case 'choice':
      return message('expect-choice', { choices: Object.keys(control.choices).map(name => `\`${name}\``) });
    case 'weights':
      return message('expect-weights', { max: String(largestWeight) });
    default:
      return message(`expect-${control.type}`);
  }
}

/** The same for one of several weights. */
export const weightExpectation = (): Message =>
  message('expect-number', { min: '0', max: String(largestWeight), unit: '' });

const largestWeight = 1e9;
const longestShown = 60;

/** `value` as it is shown within a sentence: as JSON, shortened. */
export function showValue(value: unknown): string {
  // Not every number is JSON: NaN would be shown as null.
  const text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value));
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}

/** The valid value that is closest to `value` in meaning; the default where nothing of it can be kept. */
export function nearestValue(parameter: Parameter, value: ParameterValue): ParameterValue {
  const kept = parameter.schema.safeParse(salvage(parameter, value));
  return kept.success ? kept.data : parameter.default;
}

function salvage({ control, schema }: Parameter, value: ParameterValue): ParameterValue | undefined {
  switch (control.type) {
    case 'number':
      return clamp(value, control.min, control.max);
    case 'integer': {
      const inside = clamp(value, control.min, control.max);
      return inside === undefined ? undefined : Math.round(inside);
    }
    case 'choice':
      return typeof value === 'string' ? closest(value, Object.keys(control.choices)) : undefined;
    case 'layers':
      return Array.isArray(value) ? value.filter(layer => schema.safeParse([layer]).success) : undefined;
    case 'weights':
      return isRecord(value)
        ? Object.fromEntries(
            Object.entries(value).flatMap(([name, weight]) => {
              const inside = clamp(weight, 0, largestWeight);
              return inside === undefined ? [] : [[name, inside]];
            }),
          )
        : undefined;
    default:
      return undefined;
  }
}

/** Numbers that were written as text are meant as numbers. */
function clamp(value: ParameterValue, min: number, max: number): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || Number.isNaN(number)) return undefined;
  return Math.min(max, Math.max(min, number));
}

const isRecord = (value: ParameterValue): value is { readonly [name: string]: ParameterValue } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
