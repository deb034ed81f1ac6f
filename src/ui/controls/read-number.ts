/** A number as people type it: `0.5`, `2*3`, `1e3/4`; nothing but numbers, no names, no functions. */
import Formula from 'fparser';
import { expectation } from '../../graph/parameter-value.ts';
import { message } from '../../language/message.ts';
import { failure, type Result, success } from '../../language/result.ts';
import type { NumberSpec } from './slider-scale.ts';

const arithmetic = /^[\d.eE+\-*/^() ]{1,200}$/;

/** What an input method for Chinese puts in the place of what a calculation is made of. */
const meant: Readonly<Record<string, string>> = {
  '×': '*',
  '÷': '/',
  '−': '-',
  '（': '(',
  '）': ')',
  '。': '.',
};

/** The number that `text` comes to. */
export function evaluate(text: string): Result<number> {
  const plain = text
    .replace(/[×÷−（）。]/g, sign => meant[sign] ?? sign)
    // `.5` is a number to people.
    .replace(/(^|[^\d])\.(?=\d)/g, '$10.')
    .trim();
  try {
    const value = arithmetic.test(plain) ? new Formula(plain).evaluate({}) : undefined;
    if (typeof value === 'number' && Number.isFinite(value)) return success(value);
  } catch {
    // What the parser says of it is meant for programmers.
  }
  return failure(message('control.not-a-number', { text: text.trim().slice(0, 40) }));
}

/** The number that `text` says, or why it cannot be what `control` edits. */
export function readNumber(control: NumberSpec, text: string): Result<number> {
  const read = evaluate(text);
  if (!read.ok) return read;
  const value = control.type === 'integer' ? Math.round(read.value) : read.value;
  if (value >= control.min && value <= control.max) return success(value);
  const expected = expectation({ control });
  return failure(message('control.out-of-range', { value: numberText(value), expected }));
}

/** `value` with as many digits as a person looks at. */
export function numberText(value: number): string {
  const shown = Number(value.toPrecision(5));
  const magnitude = Math.abs(shown);
  const isPlain = shown === 0 || (magnitude >= 1e-4 && magnitude < 1e6) || Number.isInteger(value);
  return isPlain && magnitude < 1e10
    ? String(Number.isInteger(value) ? value : shown)
    : shown.toExponential().replace('e+', 'e');
}
