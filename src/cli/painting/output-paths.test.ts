import { join } from 'node:path';
import { expect, test } from 'vitest';
import { outputPaths } from './output-paths.ts';

const stage = (optimiser: string, iterations: number) => ({ optimiser, iterations });
const path = join('painted', 'out.v2.png');
const at = (name: string) => join('painted', name);

test('the only Output goes where it was asked for', () => {
  const paths = outputPaths(path, ['output'], [stage('optimiser', 200)]);
  expect(paths.output('output')).toBe(path);
  expect(paths.onTheWay('optimiser', 50)).toBe(at('out.v2-0050.png'));
});

test('of several, each has the name of its node', () => {
  const paths = outputPaths(path, ['left', 'right'], [stage('coarse', 10), stage('fine', 100_000)]);
  expect(paths.output('left')).toBe(at('out.v2-left.png'));
  expect(paths.output('right')).toBe(at('out.v2-right.png'));
  expect(paths.onTheWay('fine', 50)).toBe(at('out.v2-fine-000050.png'));
});
