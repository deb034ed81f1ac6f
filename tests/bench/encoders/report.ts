/** The figures as Markdown. */
import type { EncoderCost } from '../../../models/cost.ts';
import { formatBytes, formatFlops } from '../../../src/language/format.ts';
import { median } from '../median.ts';
import type { Contestant } from './contestants.ts';
import { fall, layerFalls, medianShare, type PairOutcome, share, totalLoss } from './falls.ts';
import { styleLayers } from './painting-graph.ts';
import { pairTitle } from './pairs.ts';
import { timesAsFast } from './speed.ts';

export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [head, head.map(() => '---'), ...rows].map(line).join('\n');
}

/** A share or a factor with `digits` behind the point; a dash where it was not measured. */
export const figure = (value: number, digits = 2): string =>
  Number.isFinite(value) ? value.toFixed(digits) : '–';

export interface Standing extends Contestant {
  readonly cost: EncoderCost;
  /** Iterations per second in each round. */
  readonly speeds: readonly number[];
}

/** `judge` is the name of the real VGG-19 among them, if it is there. */
export function standingsTable(
  standings: readonly Standing[],
  outcomes: readonly PairOutcome[],
  judge: string,
): string {
  const judged = standings.find(({ name }) => name === judge);
  return markdownTable(
    [
      'encoder',
      'parameters',
      'as stored',
      'forward pass',
      'iterations per second',
      'times VGG-19',
      'share of its fall',
    ],
    standings.map(({ name, bytes, cost, speeds }) => [
      name,
      `${figure(cost.parameters / 1e6)} M`,
      bytes === 0 ? 'a seed' : formatBytes(bytes),
      formatFlops(cost.flops),
      figure(median(speeds)),
      figure(judged ? timesAsFast(speeds, judged.speeds) : Number.NaN, 1),
      figure(medianShare(outcomes, name, judge)),
    ]),
  );
}

export const pairsTable = (
  outcomes: readonly PairOutcome[],
  names: readonly string[],
  judge: string,
): string =>
  markdownTable(
    [
      'pair',
      'loss at the start',
      `fall by ${judge}`,
      ...others(names, judge).map(name => `share of ${name}`),
    ],
    outcomes.map(outcome => [
      pairTitle(outcome.pair),
      figure(totalLoss(outcome.start), 3),
      figure(fall(outcome, judge), 3),
      ...others(names, judge).map(name => figure(share(outcome, name, judge))),
    ]),
  );

const others = (names: readonly string[], judge: string): string[] => names.filter(name => name !== judge);

export const layersTable = (outcomes: readonly PairOutcome[], names: readonly string[]): string =>
  markdownTable(
    ['encoder', ...styleLayers],
    names.map(name => {
      const falls = layerFalls(outcomes, name);
      return [name, ...styleLayers.map(layer => figure(falls[layer] ?? Number.NaN))];
    }),
  );
