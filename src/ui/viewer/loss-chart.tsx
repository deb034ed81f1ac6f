/**
 * The loss as it falls: a line for each term and one for the total, on a logarithm. It is drawn from the traces,
 * around React, once per frame of the screen at most; only its legend renders, when a term comes or goes.
 */
import 'uplot/dist/uPlot.min.css';
import { useEffect, useRef, useState } from 'react';
import uPlot from 'uplot';
import type { NodeId } from '../../graph/document.ts';
import { formatLoss } from '../../language/format.ts';
import { useWords } from '../language/words.ts';
import { traces } from '../painting/traces.ts';
import { useShownTheme } from '../theme/use-theme.ts';
import { chartLines } from './chart-lines.ts';
import { chartOptions } from './chart-options.ts';
import styles from './loss-chart.module.css';
import { useSize } from './use-size.ts';

interface Chart {
  readonly plot: uPlot;
  draw(): void;
}

/** Which terms there are, as one text: the same text, the same legend. */
const separator = '\n';
const termsNow = (optimiser: NodeId): string =>
  [...(traces.of(optimiser)?.terms.keys() ?? [])].join(separator);

export default function LossChart({ optimiser }: { readonly optimiser: NodeId }) {
  const words = useWords();
  const theme = useShownTheme();
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<Chart>(undefined);
  const values = useRef(new Map<number, HTMLElement>());
  const { width, height } = useSize(place);
  const [terms, setTerms] = useState(() => termsNow(optimiser));
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const names = terms === '' ? [] : terms.split(separator);
  const isEmpty = terms === '';
  const hasRoom = width > 0 && height > 0;

  // The chart is made anew when there are other lines.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the size is followed below; what is hidden, too
  useEffect(() => {
    if (!place.current || !hasRoom || isEmpty) return;
    const say = (at: number | undefined) => {
      const trace = traces.of(optimiser);
      if (!trace) return;
      const { data } = plot;
      const last = (data[0]?.length ?? 0) - 1;
      for (const [line, element] of values.current) {
        const value = data[line + 1]?.[at ?? last];
        element.textContent = typeof value === 'number' ? formatLoss(value) : '–';
      }
    };
    const plot = new uPlot(
      chartOptions({ terms: terms.split(separator), width, height, onCursor: say }),
      [[]],
      place.current,
    );
    const draw = () => {
      const trace = traces.of(optimiser);
      if (!trace) return;
      const { iterations, lines } = chartLines(trace, Math.max(100, plot.width));
      plot.setData([[...iterations], ...lines.map(line => [...line.values])]);
      say(plot.cursor.idx ?? undefined);
    };
    chart.current = { plot, draw };
    draw();
    return () => {
      plot.destroy();
      chart.current = undefined;
    };
  }, [optimiser, terms, hasRoom]);

  useEffect(() => {
    if (hasRoom) chart.current?.plot.setSize({ width, height });
  }, [width, height, hasRoom]);

  // The page takes on the theme's colours after this has rendered.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme's colours are read from the page
  useEffect(() => {
    const due = requestAnimationFrame(() => chart.current?.plot.redraw(false));
    return () => cancelAnimationFrame(due);
  }, [theme]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a chart that is made anew shows all of its lines
  useEffect(() => {
    const { plot } = chart.current ?? {};
    ['', ...names].forEach((name, line) => {
      plot?.setSeries(line + 1, { show: !hidden.has(name) });
    });
  }, [hidden, terms, hasRoom, optimiser]);

  useEffect(() => {
    let due = 0;
    const look = () => {
      due = 0;
      setTerms(termsNow(optimiser));
      chart.current?.draw();
    };
    look();
    const end = traces.subscribe(() => {
      due ||= requestAnimationFrame(look);
    });
    return () => {
      end();
      cancelAnimationFrame(due);
    };
  }, [optimiser]);

  const toggle = (name: string) =>
    setHidden(before => {
      const after = new Set(before);
      if (!after.delete(name)) after.add(name);
      return after;
    });

  return (
    <figure
      className={styles.chart}
      data-part="chart"
      aria-label={words('viewer.chart')}
      data-lines={names.length + 1}
    >
      {isEmpty && <p className={styles.empty}>{words('viewer.chart-empty')}</p>}
      <div ref={place} className={styles.plot} aria-hidden />
      <figcaption className={styles.legend}>
        {!isEmpty &&
          ['', ...names].map((name, line) => (
            <button
              key={name}
              type="button"
              aria-pressed={!hidden.has(name)}
              data-line={line === 0 ? 0 : 1 + ((line - 1) % 6)}
              data-dash={line > 6}
              onClick={() => toggle(name)}
            >
              {name === '' ? words('viewer.total') : name}{' '}
              <span
                ref={element => {
                  if (element) values.current.set(line, element);
                  else values.current.delete(line);
                }}
              />
            </button>
          ))}
      </figcaption>
    </figure>
  );
}
