import { expect, test } from 'vitest';
import { Traces } from '../painting/traces.ts';
import { chartLines } from './chart-lines.ts';

function painted(termsAt: (iteration: number) => Readonly<Record<string, number>>, until: number) {
  const traces = new Traces();
  for (let iteration = 1; iteration <= until; iteration++) {
    const terms = Object.entries(termsAt(iteration)).map(([name, value]) => ({ name, value, weight: 2 }));
    const total = terms.reduce((sum, { value }) => sum + 2 * value, 0);
    traces.hear({ type: 'iteration', optimiser: 'o', iteration, until, terms, total });
  }
  const trace = traces.of('o');
  if (!trace) throw new Error('Nothing was heard.');
  return chartLines(trace);
}

test('there is a line for each term, by its value times its weight, and one for the total', () => {
  const { iterations, lines } = painted(i => ({ content: 1 / i, style: 3 / i }), 2);
  expect(iterations).toEqual([1, 2]);
  expect(lines).toEqual([
    { term: undefined, values: [8, 4] },
    { term: 'content', values: [2, 1] },
    { term: 'style', values: [6, 3] },
  ]);
});

test('a term that goes and comes back leaves a gap, and keeps its line', () => {
  const { lines } = painted(i => (i === 2 ? { content: 1 } : { content: 1, style: 1 }), 4);
  expect(lines[2]).toEqual({ term: 'style', values: [2, null, 2, 2] });
  const gone = painted(i => (i > 2 ? { content: 1 } : { content: 1, style: 1 }), 4);
  expect(gone.lines[2]?.values).toEqual([2, 2, null, null]);
});

test('what is nothing has no place on a logarithm', () => {
  const { lines } = painted(() => ({ content: 0 }), 1);
  expect(lines.map(({ values }) => values)).toEqual([[null], [null]]);
});

test('a long painting is drawn with few points', () => {
  const { iterations, lines } = painted(i => ({ content: 1 / i }), 20_000);
  expect(iterations.length).toBeLessThanOrEqual(1600);
  expect(iterations.at(-1)).toBe(20_000);
  expect(lines.every(({ values }) => values.length === iterations.length)).toBe(true);
});
