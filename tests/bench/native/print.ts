/** The parts of the benchmark that compare with native code, as they are printed. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../../../src/cli/files/package-folder.ts';
import { chart } from './chart.ts';
import { compareNative, type Measure, rounds } from './compare.ts';
import { encoderTitles, timeText } from './figures.ts';
import { costs, unevenness } from './linearity.ts';
import type { PeakReport } from './peak.ts';
import { effortTable, goalLine, timesTable } from './report.ts';

/** Where the documentation looks for the drawing. */
const drawing = 'docs/figures/native.svg';

/** Everything, and the drawing. */
export function printNative(measure: Measure, peak: PeakReport, machine: string): void {
  console.log(
    '**Beside native code**: one iteration (forward, backward, Adam) to relu5_1, medians; all but plain TensorFlow.js on as many threads as there are cores. PyTorch has the faster of its two layouts.\n',
  );
  const all = compareNative(rounds, measure);
  console.log(timesTable(all));
  console.log(
    `\nEffective GFLOP/s (plain sums of products, however they are computed) and their share of what the inner loop reaches here, ${peak.gflops.toFixed(0)} GFLOP/s; bytes that an iteration’s ops read and write; memory of tensors as predicted, and all that each process had at most:\n`,
  );
  console.log(effortTable(all, peak.gflops));
  console.log(`\n${goalLine(all)}`);
  writeFileSync(join(packageFolder(), drawing), chart(all, machine));
  console.log(`\nAs a drawing: \`${drawing}\`.`);
}

/** A short look at the two numbers that count. */
export function printNative256(measure: Measure): void {
  const short = rounds.filter(({ side }) => side === 256).map(round => ({ ...round, plainRuns: 0 }));
  const all = compareNative(short, measure);
  console.log(`${timesTable(all)}\n\n${goalLine(all)}`);
}

/** Plain TensorFlow.js at 512 px: minutes. */
export function printNativePlain(measure: Measure): void {
  const long = rounds.filter(({ plainRuns }) => plainRuns === 0).map(round => ({ ...round, plainRuns: 1 }));
  console.log(timesTable(compareNative(long, measure)));
}

export function printLinearity(measure: Measure): void {
  console.log('**Cost by pixels**, in Chromium:\n');
  for (const encoder of ['vgg19', 'lite'] as const) {
    const all = costs(encoder, measure);
    const said = all.map(({ side, milliseconds }) => `${side} px ${timeText(milliseconds)}`).join(', ');
    const uneven = (100 * unevenness(all)).toFixed(0);
    console.log(
      `- ${encoderTitles[encoder]}: ${said}; the dearest pixel costs ${uneven} % more than the cheapest.`,
    );
  }
}
