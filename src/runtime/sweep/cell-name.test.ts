import { expect, test } from 'vitest';
import { cellName } from './cell-name.ts';

const named = (label: string) => cellName([{ path: 'a.b', label }]);

test('a cell is called after its values, in whichever order its axes are', () => {
  const settings = [
    { path: 'styleTaps.layers', label: 'relu1_1+relu2_1' },
    { path: 'styleLoss.weight', label: '0.5' },
  ];
  expect(cellName(settings)).toBe('styleLoss.weight=0.5,styleTaps.layers=relu1_1+relu2_1');
  expect(cellName(settings.toReversed())).toBe(cellName(settings));
});

test('labels that are no file names become some, and stay apart', () => {
  const labels = [
    '../../etc',
    'a/b',
    'a\\b',
    'a:b',
    'A',
    'a',
    'x'.repeat(300),
    'x'.repeat(301),
    '猫.jpg',
    '狗.jpg',
    'a.',
  ];
  const names = labels.map(named);
  expect(new Set(names.map(name => name.toLowerCase())).size).toBe(labels.length);
  for (const name of names) expect(name).toMatch(/^[A-Za-z0-9._+=~,-]{1,80}$/);
});

test('names stay short enough for every file system', () => {
  const settings = (label: string) =>
    ['node', 'other'].map(node => ({ path: `${node.repeat(15)}.x`, label }));
  const [one, two] = ['7'.repeat(60), '7'.repeat(59)].map(label => cellName(settings(label)));
  expect(one?.length).toBeLessThan(200);
  expect(one).not.toBe(two);
});
