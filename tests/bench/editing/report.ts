/** The figures as Markdown. */
import { figure, markdownTable } from '../encoders/report.ts';
import { median } from '../median.ts';
import { percentile } from '../percentile.ts';
import type { CommandTimes } from './time-commands.ts';
import type { EditTimes } from './time-edits.ts';
import type { StepTime } from './time-steps.ts';

/** Milliseconds within which a command should be in effect, 95 times out of 100. */
export const goal = 100;

/** How many times as fast an edit is as painting from nothing: the median over rounds, in which both had the same machine. */
export const timesAsFast = ({ edited, fromNothing }: Pick<EditTimes, 'edited' | 'fromNothing'>): number =>
  median(fromNothing.map((whole, round) => whole / (edited[round] ?? Number.NaN)));

const takenUp = { none: 'nothing to do', live: 'a number', compiled: 'another plan' } as const;

const whole = (milliseconds: number): string => `${figure(milliseconds, 0)} ms`;
const tenth = (milliseconds: number): string => `${figure(milliseconds, 1)} ms`;

export const editsTable = (times: readonly EditTimes[]): string =>
  markdownTable(
    ['edit', 'taken up as', 'ops run once', 'in the session', 'from nothing', 'ratio'],
    times.map(({ name, effect, computed, edited, fromNothing }) => [
      name,
      takenUp[effect],
      String(computed),
      whole(median(edited)),
      whole(median(fromNothing)),
      `${figure(timesAsFast({ edited, fromNothing }), 1)} ×`,
    ]),
  );

export const commandsTable = (commands: readonly CommandTimes[]): string =>
  markdownTable(
    ['command', 'answered, median', 'answered, 95 %', 'in effect, median', 'in effect, 95 %'],
    [...commands, all(commands)].map(({ name, times }) => {
      const [answered, felt] = [times.map(time => time.acknowledged), times.map(time => time.inEffect)];
      return [
        name,
        tenth(median(answered)),
        tenth(percentile(answered, 95)),
        tenth(median(felt)),
        tenth(percentile(felt, 95)),
      ];
    }),
  );

const all = (commands: readonly CommandTimes[]): CommandTimes => ({
  name: '**all**',
  times: commands.flatMap(({ times }) => times),
});

/** The steps that alone take longer than a command should wait; the longest of all where there are none. */
export function stepsText(steps: readonly StepTime[]): string {
  const tooLong = steps.filter(({ milliseconds }) => milliseconds > goal);
  const [longest] = steps;
  if (!longest) return '';
  if (tooLong.length === 0) {
    return `No step of the plan takes ${goal} ms. The longest is ${inWords(longest)}, ${tenth(longest.milliseconds)}.`;
  }
  const rows = tooLong.map(({ op, shape, when, milliseconds }) => [
    op,
    shape.join('×'),
    when,
    whole(milliseconds),
  ]);
  const table = markdownTable(['op', 'result', 'when', 'takes'], rows);
  return `Steps of the plan that take longer than ${goal} ms by themselves:\n\n${table}`;
}

const inWords = ({ op, shape, when }: StepTime): string =>
  `\`${op}\`${shape.length > 0 ? ` of ${shape.join('×')}` : ''} (${when})`;
