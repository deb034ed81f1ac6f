/** The comparison with native code as Markdown. */
import {
  type Contestant,
  contestants,
  contestantTitles,
  encoderTitles,
  type NativeFigures,
  ratio,
  timeText,
} from './figures.ts';

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, header.map(() => '---'), ...rows].map(row).join('\n');
}

const missing = '–';
const times = (value: number | undefined): string =>
  value === undefined ? missing : `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ×`;
const megabytes = (bytes: number | undefined): string =>
  bytes === undefined ? missing : `${Math.round(bytes / 1e6)} MB`;
const sizeOf = ({ encoder, side }: NativeFigures): string => `${encoderTitles[encoder]}, ${side} px`;

/** How long an iteration takes everybody, and what that is to PyTorch and to us. */
export function timesTable(all: readonly NativeFigures[]): string {
  return table(
    ['', ...contestants.map(name => contestantTitles[name]), 'Chromium : PyTorch', 'plain : Chromium'],
    all.map(figures => [
      sizeOf(figures),
      ...contestants.map(name => {
        const measured = figures.measured[name];
        return measured ? timeText(measured.milliseconds) : missing;
      }),
      times(ratio(figures, 'chromium', 'torch')),
      times(ratio(figures, 'plain', 'chromium')),
    ]),
  );
}

/**
 * What is made of the processor and of its memory.
 *
 * @param peak GFLOP/s of the inner loop, where it has all that it needs at hand.
 */
export function effortTable(all: readonly NativeFigures[], peak: number): string {
  const rate = ({ flops }: NativeFigures, milliseconds: number) => flops / milliseconds / 1e6;
  return table(
    ['', 'in Node', 'of the peak', 'PyTorch', 'moved', 'predicted', 'Chromium', 'Node', 'PyTorch', 'plain'],
    all.map(figures => {
      const { measured, bytesMoved, predictedBytes } = figures;
      const ours = measured.node && rate(figures, measured.node.milliseconds);
      const theirs = measured.torch && rate(figures, measured.torch.milliseconds);
      const resident = (name: Contestant) => megabytes(measured[name]?.residentBytes);
      return [
        sizeOf(figures),
        ours === undefined ? missing : `${ours.toFixed(0)} GFLOP/s`,
        ours === undefined ? missing : `${((100 * ours) / peak).toFixed(0)} %`,
        theirs === undefined ? missing : `${theirs.toFixed(0)} GFLOP/s`,
        megabytes(bytesMoved),
        megabytes(predictedBytes),
        ...contestants.map(resident),
      ];
    }),
  );
}

/** The two numbers that the goal is about, in a line. */
export function goalLine(all: readonly NativeFigures[]): string {
  const at256 = all.filter(({ side }) => side === 256);
  const parts = at256.flatMap(figures => {
    const found = ratio(figures, 'chromium', 'torch');
    return found === undefined ? [] : [`${encoderTitles[figures.encoder]} ${found.toFixed(2)}`];
  });
  return parts.length === 0
    ? 'There is no PyTorch to compare with here.'
    : `Time of Chromium over PyTorch’s at 256 px: ${parts.join(', ')}.`;
}
