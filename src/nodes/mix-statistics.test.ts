import { expect, test } from 'vitest';
import { message } from '../language/message.ts';
import { expectClose } from '../runtime/testing/differences.ts';
import { both, scalar } from '../runtime/testing/numbers.ts';
import { onWasm } from '../runtime/testing/on-wasm.ts';
import { mixStatistics } from './mix-statistics.ts';
import { computed, givenOf, inferAlone, layersOf, leafOf, lowerAlone } from './testing/alone.ts';

onWasm();

const wire = (statistic: string, layers: Record<string, readonly number[]>) =>
  ({ type: 'statistics', from: 'narrow', statistic, layers }) as const;

test('is the weighted mean of both at every layer', async () => {
  const given = givenOf({ a1: [4, 4], a2: [6, 6], b1: [4, 4], b2: [6, 6] });
  const { leaving } = lowerAlone(
    mixStatistics,
    ir => ({
      first: {
        type: 'statistics',
        layers: { relu1_1: leafOf(ir, given, 'a1'), relu2_1: leafOf(ir, given, 'a2') },
      },
      second: {
        type: 'statistics',
        layers: { relu1_1: leafOf(ir, given, 'b1'), relu2_1: leafOf(ir, given, 'b2') },
      },
    }),
    { share: 0.25 },
  );
  const mixture = layersOf(leaving, 'statistics');
  for (const [layer, one, other] of [
    ['relu1_1', 'a1', 'b1'],
    ['relu2_1', 'a2', 'b2'],
  ] as const) {
    const expected = both(given[one] ?? scalar(0), given[other] ?? scalar(0), (a, b) => 0.75 * a + 0.25 * b);
    expectClose(await computed(mixture[layer], given), expected);
  }
});

test('unlike statistics, layers that one lacks, and statistics of other sizes are refused', () => {
  const gram = wire('gram/positions', { relu1_1: [4, 4], relu2_1: [6, 6] });
  const refusalOf = (second: ReturnType<typeof wire>) => inferAlone(mixStatistics, { first: gram, second });
  expect(refusalOf(wire('covariance', gram.layers))).toMatchObject({
    reason: { reason: message('stack.other-statistic', { one: 'gram/positions', other: 'covariance' }) },
  });
  expect(refusalOf(wire('gram/positions', { relu1_1: [4, 4] }))).toMatchObject({
    reason: { reason: { id: 'stack.missing' }, port: 'second' },
  });
  expect(refusalOf(wire('gram/positions', { relu1_1: [4, 4], relu2_1: [5, 5] }))).toMatchObject({
    reason: { reason: message('mix.other-shape', { layer: 'relu2_1' }) },
  });
  expect(refusalOf(gram)).toEqual({ ok: true, value: { statistics: gram } });
});
