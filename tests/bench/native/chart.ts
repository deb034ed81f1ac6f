/**
 * The comparison as a drawing for the documentation: bars on a logarithmic scale, for between the fastest and the
 * slowest lie three orders of magnitude. Readable on light and on dark ground.
 */
import { escaped } from '../../../src/cli/sweep/sheet-svg.ts';
import { contestants, contestantTitles, encoderTitles, type NativeFigures, timeText } from './figures.ts';

const [width, left, right, bar, gap, groupGap] = [760, 176, 76, 14, 3, 18];
const ground = width - left - right;

const style = `
  text { font: 12px system-ui, sans-serif; fill: #333 }
  .quiet { fill: #666 } .line { stroke: #8884 }
  .chromium { fill: #b7791f } .node { fill: #d9a94a } .torch { fill: #4a7bb5 } .plain { fill: #9aa0a6 }
  @media (prefers-color-scheme: dark) {
    text { fill: #ddd } .quiet { fill: #aaa } .torch { fill: #6f9fd8 } .plain { fill: #70757a }
  }`;

/** SVG; `caption` says when and where it was measured. */
export function chart(all: readonly NativeFigures[], caption: string): string {
  const values = all.flatMap(({ measured }) => Object.values(measured).map(each => each.milliseconds));
  const decades = scaleOver(values);
  const at = (milliseconds: number) =>
    left + (ground * (Math.log10(milliseconds) - decades.first)) / (decades.last - decades.first);
  const parts: string[] = [];
  let top = 56;
  for (const figures of all) {
    const { encoder, side, measured } = figures;
    const shown = contestants.filter(name => measured[name]);
    const middle = top + (shown.length * (bar + gap)) / 2;
    parts.push(text(left - 12, middle + 1, `${encoderTitles[encoder]}, ${side} px`, 'end'));
    for (const name of shown) {
      const { milliseconds } = measured[name] ?? { milliseconds: 1 };
      const end = at(milliseconds);
      parts.push(
        `<rect class="${name}" x="${left}" y="${top}" width="${(end - left).toFixed(1)}" height="${bar}" rx="2"/>`,
        text(end + 6, top + bar - 3, timeText(milliseconds), 'start', 'quiet'),
      );
      top += bar + gap;
    }
    top += groupGap;
  }
  const lines = decades.all.map(power => {
    const x = at(10 ** power).toFixed(1);
    return `<line class="line" x1="${x}" x2="${x}" y1="44" y2="${top - groupGap}"/>${text(Number(x), 40, decadeText(power), 'middle', 'quiet')}`;
  });
  const height = top + 14;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">
<title>Time of one iteration, less is better</title>
<style>${style}
</style>
${legend()}
${lines.join('\n')}
${parts.join('\n')}
${text(left, height - 6, `An iteration; less is better. ${caption}.`, 'start', 'quiet')}
</svg>
`;
}

/** Whole decades around all values. */
function scaleOver(values: readonly number[]) {
  const first = Math.floor(Math.log10(Math.min(...values)));
  const last = Math.max(first + 1, Math.ceil(Math.log10(Math.max(...values))));
  return { first, last, all: Array.from({ length: last - first + 1 }, (_, step) => first + step) };
}

const decadeText = (power: number): string => (power < 3 ? `${10 ** power} ms` : `${10 ** (power - 3)} s`);

function legend(): string {
  let x = left;
  return contestants
    .map(name => {
      const at = x;
      x += 34 + 7 * contestantTitles[name].length;
      return `<rect class="${name}" x="${at.toFixed(0)}" y="8" width="12" height="12" rx="2"/>${text(at + 17, 18, contestantTitles[name])}`;
    })
    .join('\n');
}

const text = (x: number, y: number, words: string, anchor = 'start', name = ''): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}"${name && ` class="${name}"`}>${escaped(words)}</text>`;
