import { describe, expect, test } from 'vitest';
import { fall, layerFalls, medianShare, type PairOutcome, share, totalLoss } from './falls.ts';

const outcome = (lite: number, vgg19: number): PairOutcome => ({
  pair: { content: 'cat', style: 'wave' },
  start: { relu1_1: 4, relu2_1: 6 },
  ends: new Map([
    ['lite', { relu1_1: 1, relu2_1: lite - 1 }],
    ['VGG-19', { relu1_1: 1, relu2_1: vgg19 - 1 }],
  ]),
});

describe('a fall', () => {
  test('is the loss at the start less the loss at the end, all layers added up', () => {
    expect(totalLoss({ relu1_1: 4, relu2_1: 6 })).toBe(10);
    expect(fall(outcome(4, 2), 'lite')).toBe(6);
  });

  test('as a share is that of the encoder by that of the judge', () => {
    expect(share(outcome(4, 2), 'lite', 'VGG-19')).toBe(0.75);
    expect(share(outcome(4, 2), 'VGG-19', 'VGG-19')).toBe(1);
    expect(share(outcome(12, 2), 'lite', 'VGG-19')).toBe(-0.25);
  });

  test('of an encoder that painted nothing is not known', () => {
    expect(fall(outcome(4, 2), 'other')).toBeNaN();
    expect(medianShare([], 'lite', 'VGG-19')).toBeNaN();
  });
});

test('over several pairs the median share counts, not the share of the sums', () => {
  const outcomes = [outcome(4, 2), outcome(6, 2), outcome(2, 2)];
  expect(medianShare(outcomes, 'lite', 'VGG-19')).toBe(0.75);
});

test('a layer’s fall is a part of what its loss was, and negative where it rose', () => {
  const falls = layerFalls([outcome(4, 2), outcome(8.5, 2), outcome(8.5, 2)], 'lite');
  expect(falls).toEqual({ relu1_1: 0.75, relu2_1: -0.25 });
});
