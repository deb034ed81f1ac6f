import { expect, test } from 'vitest';
import { commandsTable, editsTable, stepsText, timesAsFast } from './report.ts';

test('a ratio compares within rounds: a slow hour of the machine slows both sides', () => {
  const fast = { edited: [100, 200, 300], fromNothing: [400, 800, 1200] };
  expect(timesAsFast(fast)).toBe(4);
  expect(timesAsFast({ edited: [100, 100, 1000], fromNothing: [300, 300, 300] })).toBe(3);
});

test('edits are a row each: how they were taken up, what they ran, medians and the ratio', () => {
  const table = editsTable([
    {
      name: 'node moved',
      effect: 'none',
      computed: 0,
      edited: [100, 300, 200],
      fromNothing: [900, 900, 900],
    },
    { name: 'size', effect: 'compiled', computed: 61, edited: [500], fromNothing: [600] },
  ]);
  expect(table.split('\n').slice(2)).toEqual([
    '| node moved | nothing to do | 0 | 200 ms | 900 ms | 4.5 × |',
    '| size | another plan | 61 | 500 ms | 600 ms | 1.2 × |',
  ]);
});

test('commands have a median and a 95th percentile each, and all of them together', () => {
  const time = (acknowledged: number, inEffect: number) => ({ acknowledged, inEffect });
  const table = commandsTable([
    { name: 'pause', times: [time(1, 2), time(3, 4), time(2, 3)] },
    { name: 'weight', times: [time(10, 20)] },
  ]);
  expect(table.split('\n').slice(2)).toEqual([
    '| pause | 2.0 ms | 3.0 ms | 3.0 ms | 4.0 ms |',
    '| weight | 10.0 ms | 10.0 ms | 20.0 ms | 20.0 ms |',
    '| **all** | 2.5 ms | 10.0 ms | 3.5 ms | 20.0 ms |',
  ]);
});

test('steps that are too long are named by op and shape; else the longest is', () => {
  const short = { op: 'conv2d', shape: [8, 8, 3], when: 'each iteration', milliseconds: 12.34 } as const;
  const upload = { op: 'upload', shape: [], when: 'once', milliseconds: 30 } as const;
  const long = { op: 'resample', shape: [4, 4, 3], when: 'once', milliseconds: 250.4 } as const;
  expect(stepsText([short])).toMatch('The longest is `conv2d` of 8×8×3 (each iteration), 12.3 ms.');
  expect(stepsText([upload, short])).toMatch('The longest is `upload` (once), 30.0 ms.');
  expect(stepsText([long, short])).toMatch('| resample | 4×4×3 | once | 250 ms |');
  expect(stepsText([long, short])).not.toMatch('conv2d');
  expect(stepsText([])).toBe('');
});
