import { expect, test } from 'vitest';
import { say } from '../../language/message.ts';
import { readingText, termsText } from './reading.ts';

const term = (name: string, value: number, weight = 1) => ({ name, value, weight });

test('few terms are shown each by itself, weighted', () => {
  expect(termsText([term('relu1_1', 0.5, 2), term('relu2_1', 0.25)])).toBe('relu1_1 1.00, relu2_1 0.250');
});

test('many terms are shown by the loss that they are of', () => {
  const layers = [1, 2, 3, 4, 5].map(block => term(`style/relu${block}_1`, 0.1));
  expect(termsText([term('content/relu4_2', 0.25), ...layers])).toBe('content 0.250, style 0.500');
});

test('a reading says how far, how fast, how long and how well', () => {
  const reading = {
    type: 'iteration' as const,
    optimiser: 'fine',
    iteration: 50,
    iterations: 200,
    total: 0.75,
    terms: [term('style', 0.75)],
  };
  expect(say(readingText(reading, 2.5, false))).toBe(
    '50/200 · 2.5 it/s · 1:00 left · loss 0.750 (style 0.750)',
  );
  expect(say(readingText(reading, undefined, true))).toBe('fine 50/200 · loss 0.750 (style 0.750)');
});
