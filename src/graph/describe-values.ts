/** Two values of one parameter, side by side in the words of its control; several where it is a set of weights. */
import { type MessageValue, message } from '../language/message.ts';
import type { ParameterValue } from './document.ts';
import { own } from './own.ts';
import type { Parameter } from './parameter.ts';
import { showValue } from './parameter-value.ts';
import { titleOfPicture } from './picture-title.ts';

export interface ValueDifference {
  /** Of a set of weights: whose weight it is. */
  readonly entry?: string;
  readonly before: MessageValue;
  readonly after: MessageValue;
}

export function describeValues(
  parameter: Parameter | undefined,
  before: ParameterValue,
  after: ParameterValue,
): readonly ValueDifference[] {
  if (parameter?.control.type === 'weights') return describeWeights(before, after);
  if (parameter?.control.type === 'layers' && isList(before) && isList(after)) {
    return describeSets(before, after);
  }
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  return [{ before: inWords(parameter, before), after: inWords(parameter, after) }];
}

const isList = (value: ParameterValue): value is readonly ParameterValue[] => Array.isArray(value);

function inWords(parameter: Parameter | undefined, value: ParameterValue): MessageValue {
  const control = parameter?.control;
  if (control?.type === 'choice' && typeof value === 'string') return own(control.choices, value) ?? value;
  if (typeof value === 'boolean') return message(value ? 'difference.yes' : 'difference.no');
  if (typeof value === 'number' && control && 'unit' in control) return `${value} ${control.unit}`;
  if (typeof value !== 'string') return showValue(value);
  const title = control?.type === 'image' ? titleOfPicture(value) : value;
  return typeof title === 'string' ? shortened(title) : title;
}

/** Of a reference to a file the end says more than the beginning. */
const shortened = (text: string): string => (text.length > 40 ? `…${text.slice(-39)}` : text);

/** What is gone from the set, and what is new in it: the rest of a long list says nothing. */
function describeSets(
  before: readonly ParameterValue[],
  after: readonly ParameterValue[],
): readonly ValueDifference[] {
  const [old, now] = [new Set(before.map(String)), new Set(after.map(String))];
  const gone = [...old].filter(item => !now.has(item));
  const fresh = [...now].filter(item => !old.has(item));
  if (gone.length === 0 && fresh.length === 0) return [];
  return [{ before: gone.length > 0 ? gone : '—', after: fresh.length > 0 ? fresh : '—' }];
}

function describeWeights(before: ParameterValue, after: ParameterValue): readonly ValueDifference[] {
  const [old, now] = [weightsIn(before), weightsIn(after)];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap(entry => {
    // A name that is missing weighs 1.
    const [was, is] = [own(old, entry) ?? 1, own(now, entry) ?? 1];
    return was === is ? [] : [{ entry, before: String(was), after: String(is) }];
  });
}

const weightsIn = (value: ParameterValue): Readonly<Record<string, ParameterValue>> =>
  typeof value === 'object' && value !== null && !isList(value) ? value : {};
