import { expect, test } from 'vitest';
import { build } from '../../graph/testing/build.ts';
import { testRegistry } from '../../graph/testing/kinds.ts';
import { say } from '../../language/message.ts';
import { documentAt, gridOf } from './grid.ts';
import { axisOf } from './testing/axes.ts';

const refusal = (...axes: Parameters<typeof gridOf>[0]) => {
  const grid = gridOf(axes);
  return grid.ok ? 'It was taken.' : say(grid.reason);
};

test('two axes give every pair, the last axis running fastest', () => {
  const grid = gridOf([axisOf('a.x', 2), axisOf('b.y', 3)]);
  expect(grid.ok && grid.value.cells.map(({ at }) => at.join(''))).toEqual([
    '00',
    '01',
    '02',
    '10',
    '11',
    '12',
  ]);
  expect(grid.ok && grid.value.cells[5]?.name).toBe('a.x=1,b.y=2');
});

test('no axis, three, the same twice, and a part with its whole are refused', () => {
  expect(refusal()).toMatch(/one or two parameters; this one names 0/);
  expect(refusal(axisOf('a.x', 1), axisOf('b.x', 1), axisOf('c.x', 1))).toMatch(/names 3/);
  expect(refusal(axisOf('a.x', 1), axisOf('a.x', 2))).toBe(
    '`a.x` is varied twice. Put all of its values into one --vary, with commas between them.',
  );
  expect(refusal(axisOf('a.w.relu1_1', 1), axisOf('a.w', 2))).toBe(
    '`a.w.relu1_1` is a part of `a.w`, so the two cannot be varied at once.',
  );
  expect(gridOf([axisOf('a.w.relu1_1', 1), axisOf('a.w.relu1_2', 2)]).ok).toBe(true);
});

test('more pictures than anybody looks at are refused before any is painted', () => {
  expect(refusal(axisOf('a.x', 100), axisOf('b.x', 41))).toMatch(/make 4,100 pictures; .* at most 4,096/);
  expect(gridOf([axisOf('a.x', 64), axisOf('b.x', 64)]).ok).toBe(true);
});

test('a cell sets its values in the document and nothing else', () => {
  const document = build({ style: { kind: 'style-loss', weights: { relu2_1: 0.5 } }, adam: 'optimiser' });
  const cell = {
    at: [0, 0],
    name: '',
    settings: [
      { path: 'style.weights.relu1_1', label: '3', text: '3', value: 3 },
      { path: 'adam.iterations', label: '7', text: '7', value: 7 },
    ],
  };
  const varied = documentAt(document, testRegistry, cell);
  if (!varied.ok) throw new Error('It was refused.');
  expect(varied.value.nodes.style?.params.weights).toEqual({ relu1_1: 3, relu2_1: 0.5 });
  expect(varied.value.nodes.adam?.params.iterations).toBe(7);
  expect(varied.value.edges).toBe(document.edges);
});
