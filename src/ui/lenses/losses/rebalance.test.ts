import { expect, test } from 'vitest';
import { applyEdits } from '../../../graph/apply.ts';
import { gatys } from '../../../nodes/testing/graphs.ts';
import type { MeasuredPull } from '../../../runtime/lenses/balance.ts';
import { balanceChange } from './balance-change.ts';
import { rebalance, unevenness } from './rebalance.ts';
import { sharesOf } from './shares.ts';

const weightOf = (entry: string) => ({ node: 'total', param: 'weights', entry });
const pull = (name: string, length: number, more: Partial<MeasuredPull> = {}): MeasuredPull => ({
  name,
  terms: [`${name}/relu1_1`],
  loss: 1,
  length,
  weight: weightOf(name),
  ...more,
});

test('rebalanced, all pull equally hard, and together as hard as before', () => {
  const document = gatys();
  const pulls = [pull('content', 1), pull('style', 9), pull('variation', 2)];
  const after = applyEdits(document, rebalance(document, pulls));
  if (!after.ok) throw new Error(after.reason.id);
  const weights = after.value.nodes.total?.params?.weights as Readonly<Record<string, number>>;
  // A gradient is as long as its weight is large, and all of them weighed 1.
  const lengths = pulls.map(({ name, length }) => (weights[name] ?? 1) * length);
  for (const length of lengths) expect(length).toBeCloseTo(4, 2);
});

test('weights of layers that stand in one parameter are one edit', () => {
  const document = gatys();
  const layers = ['relu1_1', 'relu2_1'].map((layer, at) =>
    pull(layer, 1 + at, { weight: { node: 'styleLoss', param: 'weights', entry: layer } }),
  );
  const edits = rebalance(document, layers);
  expect(edits).toEqual([
    { type: 'set-parameter', node: 'styleLoss', param: 'weights', value: { relu1_1: 1.5, relu2_1: 0.75 } },
  ]);
});

test('a weight of its own that is a number is set as a number', () => {
  const document = gatys();
  const pulls = [pull('content', 2), pull('style', 4, { weight: { node: 'styleLoss', param: 'weight' } })];
  expect(rebalance(document, pulls)).toContainEqual({
    type: 'set-parameter',
    node: 'styleLoss',
    param: 'weight',
    value: 7.5,
  });
});

test('what pulls at nothing, or has no weight of its own, is left as it is', () => {
  const document = gatys();
  expect(rebalance(document, [pull('content', 0), pull('style', 4)])).toEqual([]);
  const { weight: _none, ...bare } = pull('content', 2);
  expect(rebalance(document, [bare, pull('style', 4)])).toEqual([]);
  expect(unevenness([pull('content', 0), pull('style', 4), pull('variation', 2)])).toBe(2);
});

test('shares sum to one, of the loss and of the pull', () => {
  const shares = [...sharesOf([pull('a', 3, { loss: 5 }), pull('b', 1), pull('c', 0, { loss: 2 })]).values()];
  expect(shares.reduce((sum, { loss }) => sum + loss, 0)).toBeCloseTo(1);
  expect(shares.reduce((sum, { pull: length }) => sum + length, 0)).toBeCloseTo(1);
  expect(sharesOf([pull('a', 0, { loss: 0 })]).get('a')).toEqual({ loss: 0, pull: 0 });
});

test('a layer that was switched on is told of where it changed who pulls', () => {
  const before = [pull('content', 1), pull('style', 1)];
  const after = [pull('content', 1), pull('style', 3, { terms: ['style/relu1_1', 'style/relu5_1'] })];
  expect(balanceChange(before, after)).toEqual({
    added: ['style/relu5_1'],
    removed: [],
    name: 'content',
    before: 0.5,
    after: 0.25,
  });
  // Weights that change while it paints are no layer.
  expect(balanceChange(before, [pull('content', 1), pull('style', 3)])).toBeUndefined();
  const quiet = [pull('content', 1), pull('style', 1.01, { terms: ['style/relu1_1', 'style/relu5_1'] })];
  expect(balanceChange(before, quiet)).toBeUndefined();
});
