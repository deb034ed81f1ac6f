import { describe, expect, test } from 'vitest';

import type { GraphDocument, GraphNode } from '../document.ts';
import { testRegistry } from '../testing/kinds.ts';
import type { Condition } from './condition.ts';
import { isSoAlready, type Observation, watch, watchOn } from './watch.ts';

const node = (kind: string, params: GraphNode['params'] = {}, flow?: GraphNode['flow']): GraphNode => ({
  kind,
  version: 1,
  params,
  position: { x: 0, y: 0 },
  ...(flow && { flow }),
});

const graph = (nodes: GraphDocument['nodes'], edges: GraphDocument['edges'] = {}): GraphDocument => ({
  title: '',
  nodes,
  edges,
});

const seen = (document: GraphDocument, more: Partial<Observation> = {}): Observation => ({
  document,
  iterations: {},
  selected: undefined,
  viewed: undefined,
  isComparing: false,
  ...more,
});

/** Whether `condition` was met after each of the moments. */
function met(condition: Condition, first: Observation, ...later: readonly Observation[]): readonly boolean[] {
  let watched = watch(condition, first, testRegistry);
  return later.map(now => {
    watched = watchOn(watched, now, testRegistry);
    return watched.isMet;
  });
}

const weighing = (weight: number) => seen(graph({ style: node('style-loss', { weight }) }));
const painting = (iteration: number, total: number) =>
  seen(graph({}), { iterations: { optimiser: { iteration, total } } });

describe('a parameter', () => {
  const above: Condition = { type: 'parameter', node: 'style', param: 'weight', above: 10 };

  test('meets its bounds once it is changed to be within them', () => {
    expect(met(above, weighing(1), weighing(5), weighing(11))).toEqual([false, true]);
  });

  test('that is within its bounds already meets nothing by staying there', () => {
    expect(met(above, weighing(20), weighing(20))).toEqual([false]);
  });

  test('that is within its bounds already can be taken out of them and back, or to another value within', () => {
    expect(met(above, weighing(20), weighing(5), weighing(20))).toEqual([false, true]);
    expect(met(above, weighing(20), weighing(30))).toEqual([true]);
  });

  test('of which no bounds are named has to become another', () => {
    const other: Condition = { type: 'parameter', node: 'style', param: 'weight' };
    expect(met(other, weighing(1), weighing(1), weighing(2))).toEqual([false, true]);
  });

  test('that is not set is as its kind has it', () => {
    const unset = seen(graph({ paint: node('optimiser') }));
    const off: Condition = { type: 'parameter', node: 'paint', param: 'clamp', is: false };
    const now = seen(graph({ paint: node('optimiser', { clamp: false }) }));
    const said = seen(graph({ paint: node('optimiser', { clamp: true }) }));
    expect(met(off, unset, unset, now)).toEqual([false, true]);
    expect(met({ ...off, is: true }, unset, said)).toEqual([false]);
  });

  test('of a node that is gone meets nothing', () => {
    expect(met(above, weighing(1), seen(graph({})))).toEqual([false]);
  });
});

describe('layers', () => {
  const tapping = (...layers: string[]) => seen(graph({ taps: node('layer-taps', { layers }) }));

  test('are off when they are tapped no more, or weigh nothing', () => {
    const off: Condition = { type: 'layers', node: 'taps', layers: ['relu1_1'], are: 'off' };
    expect(met(off, tapping('relu1_1', 'relu2_1'), tapping('relu1_1'), tapping('relu2_1'))).toEqual([
      false,
      true,
    ]);
    const weighed = (weights: Record<string, number>) =>
      seen(graph({ taps: node('style-loss', { weights }) }));
    expect(met(off, weighed({}), weighed({ relu1_1: 0.5 }), weighed({ relu1_1: 0 }))).toEqual([false, true]);
  });

  test('are on when all of them are', () => {
    const on: Condition = { type: 'layers', node: 'taps', layers: ['relu1_1', 'relu2_1'], are: 'on' };
    expect(met(on, tapping('relu4_1'), tapping('relu1_1'), tapping('relu1_1', 'relu2_1'))).toEqual([
      false,
      true,
    ]);
  });

  test('that are off already have to be switched on before they can be switched off', () => {
    const off: Condition = { type: 'layers', node: 'taps', layers: ['relu1_1'], are: 'off' };
    const watched = watch(off, tapping('relu2_1'), testRegistry);
    expect(isSoAlready(watched)).toBe(true);
    expect(met(off, tapping('relu2_1'), tapping('relu2_1'), tapping('relu1_1'), tapping('relu2_1'))).toEqual([
      false,
      false,
      true,
    ]);
  });
});

describe('a painting', () => {
  const count: Condition = { type: 'iterations', optimiser: 'optimiser', count: 10 };

  test('counts iterations from when it was asked, not those before', () => {
    expect(met(count, painting(500, 1), painting(505, 1), painting(510, 1))).toEqual([false, true]);
  });

  test('counts on after it was begun again, and what is skipped back counts for nothing', () => {
    expect(met(count, painting(0, 1), painting(6, 1), painting(0, 1), painting(4, 1))).toEqual([
      false,
      false,
      true,
    ]);
  });

  test('is begun again when its count goes back to the beginning', () => {
    const again: Condition = { type: 'restarted', optimiser: 'optimiser' };
    expect(met(again, painting(7, 1), painting(8, 1), painting(0, 1))).toEqual([false, true]);
    expect(met(again, painting(0, 1), painting(0, 1), painting(1, 1))).toEqual([false, false]);
  });

  test('has to lose a part of the loss that it set out from', () => {
    const half: Condition = { type: 'loss', optimiser: 'optimiser', part: 0.5 };
    expect(met(half, painting(0, 8), painting(1, 8), painting(2, 5), painting(3, 4))).toEqual([
      false,
      false,
      true,
    ]);
    expect(met(half, painting(90, 1), painting(91, 1))).toEqual([false]);
  });
});

test('what is switched, wired, added, selected, shown and compared is seen', () => {
  const loss = (flow?: 'muted') => seen(graph({ loss: node('content-loss', {}, flow) }));
  expect(met({ type: 'flow', node: 'loss', is: 'normal' }, loss('muted'), loss())).toEqual([true]);
  const [a, b] = [node('layer-taps'), node('gram-matrix')];
  const edge = { from: { node: 'a', port: 'features' }, to: { node: 'b', port: 'features' } };
  const wired = seen(graph({ a, b }, { e: edge }));
  expect(met({ type: 'wire', from: 'a', to: 'b' }, seen(graph({ a, b })), wired)).toEqual([true]);
  expect(met({ type: 'wire', from: 'a', to: 'b', port: 'target' }, seen(graph({ a, b })), wired)).toEqual([
    false,
  ]);
  expect(met({ type: 'node', kind: 'gram-matrix' }, seen(graph({ a })), seen(graph({ a, b })))).toEqual([
    true,
  ]);
  const now = graph({ a });
  expect(met({ type: 'selected', node: 'a' }, seen(now), seen(now, { selected: 'a' }))).toEqual([true]);
  expect(met({ type: 'viewed', node: 'a' }, seen(now), seen(now, { viewed: 'a' }))).toEqual([true]);
  expect(met({ type: 'compared' }, seen(now), seen(now, { isComparing: true }))).toEqual([true]);
});

test('what was met stays met', () => {
  const selected: Condition = { type: 'selected', node: 'a' };
  const now = graph({});
  expect(met(selected, seen(now), seen(now, { selected: 'a' }), seen(now))).toEqual([true, true]);
});
