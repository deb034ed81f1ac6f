import type uPlot from 'uplot';

interface Asked {
  readonly terms: readonly string[];
  readonly width: number;
  readonly height: number;
  /** Told which point is under the pointer. */
  readonly onCursor: (point: number | undefined) => void;
}

/** So many colours are told apart; the seventh line has the first one again, and dashes. */
const colours = 6;

/** Asked whenever it is drawn, since the theme may be another. */
const colourOf = (token: string) => () =>
  getComputedStyle(document.documentElement).getPropertyValue(`--${token}`).trim();

/** There is nothing between two iterations. */
const wholeSteps = [1, 10, 100, 1000, 10_000].flatMap(power => [power, 2 * power, 5 * power]);

/** A logarithmic scale has places between its powers of ten; lines at each of them would be a hatching. */
const onlyPowers = (_: uPlot, splits: number[]) =>
  splits.map(value => (Math.abs(Math.log10(value) % 1) < 1e-6 ? value : null));

const powerText = (power: number | null): string => {
  if (power === null) return '';
  return power >= 1e-3 && power < 1e4 ? String(Number(power.toPrecision(1))) : power.toExponential(0);
};

/** How the loss is drawn, in the colours of the theme that is shown. */
export function chartOptions({ terms, width, height, onCursor }: Asked): uPlot.Options {
  const font = '10.5px "Inter Variable", system-ui, sans-serif';
  const axis = { stroke: colourOf('ink-soft'), font, ticks: { show: false } };
  return {
    width,
    height,
    padding: [6, 10, 0, 0],
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false }, points: { size: 6 } },
    scales: { x: { time: false }, y: { distr: 3 } },
    axes: [
      { ...axis, size: 22, gap: 3, grid: { show: false }, space: 56, incrs: wholeSteps },
      {
        ...axis,
        size: 44,
        gap: 4,
        space: 22,
        filter: onlyPowers,
        grid: { stroke: colourOf('line'), width: 1, filter: onlyPowers },
        values: (_, splits) => splits.map(powerText),
      },
    ],
    series: [
      {},
      { stroke: colourOf('ink'), width: 2, points: { show: false } },
      ...terms.map((_, i) => ({
        stroke: colourOf(`chart-${1 + (i % colours)}`),
        width: 1.5,
        points: { show: false },
        ...(i >= colours && { dash: [5, 3] }),
      })),
    ],
    hooks: { setCursor: [plot => onCursor(plot.cursor.idx ?? undefined)] },
  };
}
