import { expect, test } from 'vitest';
import { build } from '../../graph/testing/build.ts';
import { lossPath } from './loss-path.ts';
import { shareOf, sumOf } from './term-readings.ts';

const document = build(
  {
    style: 'style-loss',
    smooth: 'total-variation',
    inner: 'weighted-sum',
    total: 'weighted-sum',
    paint: 'optimiser',
  },
  [
    'style.loss → inner.terms/look',
    'inner.loss → total.terms/all',
    'smooth.loss → total.terms/smooth',
    'total.loss → paint.loss',
  ],
);

test('each sum on the way puts its slot before the names of the terms', () => {
  expect(lossPath(document, 'style')).toEqual({ optimiser: 'paint', prefix: 'all/look/' });
  expect(lossPath(document, 'smooth')).toEqual({ optimiser: 'paint', prefix: 'smooth/' });
  expect(lossPath(document, 'total')).toEqual({ optimiser: 'paint', prefix: '' });
});

test('a loss that nobody minimises goes nowhere', () =>
  expect(lossPath(build({ style: 'style-loss' }, []), 'style')).toBeUndefined());

test('losses in a circle are walked once', () => {
  const circle = build({ a: 'weighted-sum', b: 'weighted-sum' }, [
    'a.loss → b.terms/a',
    'b.loss → a.terms/b',
  ]);
  expect(lossPath(circle, 'a')).toBeUndefined();
});

test('terms are summed by what their names begin with, whole parts only', () => {
  const terms = [
    { name: 'style/relu1_1', value: 2, weight: 3 },
    { name: 'style/relu2_1', value: 1, weight: 4 },
    { name: 'style-too/relu1_1', value: 5, weight: 1 },
  ];
  expect(sumOf(terms, 'style/')).toBe(10);
  expect(sumOf(terms, 'style/relu1_1')).toBe(6);
  expect(sumOf(terms, '')).toBe(15);
  expect(shareOf(terms, 'style/relu2_1', 'style/')).toBeCloseTo(0.4);
});

test('of nothing there is no share', () =>
  expect(shareOf([{ name: 'a', value: 0, weight: 1 }], 'a', '')).toBe(0));
