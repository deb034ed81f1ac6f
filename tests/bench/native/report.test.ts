import { expect, test } from 'vitest';
import { chart } from './chart.ts';
import type { NativeFigures } from './figures.ts';
import { timeText } from './figures.ts';
import { effortTable, goalLine, timesTable } from './report.ts';

const figures: NativeFigures = {
  encoder: 'vgg19',
  side: 256,
  measured: {
    chromium: { milliseconds: 600, residentBytes: 500e6 },
    node: { milliseconds: 550, residentBytes: 450e6 },
    torch: { milliseconds: 500, residentBytes: 900e6 },
    plain: { milliseconds: 24_000 },
  },
  flops: 99e9,
  bytesMoved: 1.5e9,
  predictedBytes: 300e6,
};
const withoutTorch: NativeFigures = {
  ...figures,
  encoder: 'lite',
  measured: { chromium: { milliseconds: 45.25 } },
};

test('times are said with three digits', () => {
  expect([15.54, 238.4, 999.4, 1234, 25_100].map(timeText)).toEqual([
    '15.5 ms',
    '238 ms',
    '999 ms',
    '1.23 s',
    '25.1 s',
  ]);
});

test('the tables have the ratios, and a dash for whoever was not there', () => {
  const [, , whole, partly] = timesTable([figures, withoutTorch]).split('\n');
  expect(whole).toBe('| VGG-19, 256 px | 600 ms | 550 ms | 500 ms | 24.0 s | 1.20 × | 40 × |');
  expect(partly).toBe('| VGG-19 lite, 256 px | 45.3 ms | – | – | – | – | – |');
  expect(effortTable([figures], 120).split('\n')[2]).toBe(
    '| VGG-19, 256 px | 180 GFLOP/s | 150 % | 198 GFLOP/s | 1500 MB | 300 MB | 500 MB | 450 MB | 900 MB | – |',
  );
});

test('the goal is said in a line, or why it cannot be', () => {
  expect(goalLine([figures, { ...figures, side: 512 }])).toBe(
    'Time of Chromium over PyTorch’s at 256 px: VGG-19 1.20.',
  );
  expect(goalLine([withoutTorch])).toBe('There is no PyTorch to compare with here.');
});

test('the chart has a bar for each measurement, as long as its logarithm, and says its words as text', () => {
  const svg = chart([figures, withoutTorch], 'Node <20> & more');
  const bars = [...svg.matchAll(/<rect class="(\w+)" x="176"[^>]* width="([\d.]+)" height="14"/g)];
  expect(bars.map(([, name]) => name)).toEqual(['chromium', 'node', 'torch', 'plain', 'chromium']);
  const [a = 0, , c = 0, d = 0, e = 0] = bars.map(([, , width]) => Number(width));
  // 24 s is 48 times 500 ms, and 600 ms is 13.26 times 45.25 ms.
  expect((d - c) / (a - e)).toBeCloseTo(Math.log(48) / Math.log(600 / 45.25), 2);
  expect(svg).toContain('Node &#60;20&#62; &#38; more');
  expect(svg).toContain('prefers-color-scheme: dark');
});
