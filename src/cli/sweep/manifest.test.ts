import { expect, test } from 'vitest';
import type { GraphDocument } from '../../graph/document.ts';
import { build } from '../../graph/testing/build.ts';
import { say } from '../../language/message.ts';
import { axisOf, gridOver } from '../../runtime/sweep/testing/axes.ts';
import { gridOfManifest, manifestOf, widened } from './manifest.ts';
import { type Manifest, manifestSchema } from './record.ts';

const graph = (weights: Record<string, number> = {}, iterations = 5): GraphDocument =>
  build({ style: { kind: 'style-loss', weight: 1, weights }, adam: { kind: 'optimiser', iterations } });

const weight = axisOf('style.weight', 3);
const manifest = manifestOf(graph(), gridOver(weight));

function refusal(now: Manifest, before = manifest): string {
  const result = widened(before, now, '/sweeps/one');
  return result.ok ? 'It was taken.' : say(result.reason);
}

test('a manifest survives its file, and describes its grid', () => {
  const back = manifestSchema.parse(JSON.parse(JSON.stringify(manifest)));
  expect(back).toEqual(manifest);
  const grid = gridOfManifest(back);
  expect(grid.ok && grid.value.cells.map(({ name }) => name)).toEqual(
    gridOver(weight).cells.map(({ name }) => name),
  );
});

test('more values join those that are there, numbers in their order', () => {
  const more = {
    ...weight,
    values: [0.5, 2, 7].map(value => ({ label: `${value}`, text: `${value}`, value })),
  };
  const result = widened(manifest, manifestOf(graph(), gridOver(more)), '');
  expect(result.ok && result.value.axes[0]?.values.map(({ label }) => label)).toEqual([
    '0',
    '0.5',
    '1',
    '2',
    '7',
  ]);
});

test('what is varied, where nodes stand and what they are called is no part of the graph that must be the same', () => {
  const varied = manifestOf(graph(), gridOver(axisOf('style.weights.relu1_1', 2)));
  expect(manifestOf(graph({ relu1_1: 3 }), gridOver(axisOf('style.weights.relu1_1', 2))).base).toBe(
    varied.base,
  );
  const { adam, ...others } = graph().nodes;
  if (!adam) throw new Error('There is no optimiser.');
  const moved = { ...graph(), nodes: { ...others, adam: { ...adam, position: { x: 9, y: 9 }, title: 'A' } } };
  expect(refusal(manifestOf(moved, gridOver(weight)))).toBe('It was taken.');
});

test('another graph or other parameters are refused', () => {
  expect(refusal(manifestOf(graph({}, 6), gridOver(weight)))).toMatch(
    /^`\/sweeps\/one` holds a sweep of another/,
  );
  expect(refusal(manifestOf(graph(), gridOver(axisOf('adam.rate', 2))))).toMatch(/of `style.weight`/);
  expect(refusal(manifestOf(graph(), gridOver(weight, axisOf('adam.rate', 2))))).toMatch(/other parameters/);
});
