/** What was measured on a GPU, as tables; a sentence where there is none. */
import { timeText } from '../native/figures.ts';
import type { WebGpuReport } from './order.ts';

export function printWebGpu(report: WebGpuReport): void {
  if ('absent' in report) {
    console.log(`Nothing is measured on a GPU: ${report.absent}`);
    return;
  }
  const { gpu, iterations, layers, layersSide } = report;
  console.log(
    `**On a GPU**, in Chromium (${gpu}): one iteration (forward, backward, Adam) of VGG-19 to relu5_1, medians, each waited for; beside the same plan with tfjs’ own programs:\n`,
  );
  row('size', 'Gramarye', 'tfjs’ own', 'ratio', 'GFLOP/s');
  row('---', '---', '---', '---', '---');
  for (const { side, times, flops } of iterations) {
    const ratio = `${(times.tfjs / times.ours).toFixed(1)} ×`;
    row(
      `${side} px`,
      timeText(times.ours),
      timeText(times.tfjs),
      ratio,
      (flops / times.ours / 1e6).toFixed(0),
    );
  }
  console.log(`\n**Each convolution** at ${layersSide} px, GFLOP/s of the plain sum of products:\n`);
  row('layer', 'input', 'forward', 'tfjs’ own', 'backward', 'tfjs’ own');
  row('---', '---', '---', '---', '---', '---');
  layers.ours.forEach(({ layer, side, forward, backward }, at) => {
    const theirs = layers.tfjs[at];
    const speeds = [forward, theirs?.forward, backward, theirs?.backward];
    row(layer, `${side} px`, ...speeds.map(speed => speed?.toFixed(0) ?? ''));
  });
}

function row(...cells: readonly string[]): void {
  console.log(`| ${cells.join(' | ')} |`);
}
