/** Shows how an import goes: a bar on a terminal, a line every few seconds where the output is kept. */
import { SingleBar } from 'cli-progress';
import { formatBytes } from '../../../language/format.ts';
import { type Message, message } from '../../../language/message.ts';
import { Pace } from '../../painting/pace.ts';
import type { Voice } from '../../voice.ts';

export interface Fetching {
  /** `total` is known once the file has said what is in it. */
  came(bytes: number, total?: number): void;
  /** For good. Leaves the terminal as it was. */
  stop(): void;
}

const secondsBetweenLines = 3;

export function fetchingFor(voice: Voice): Fetching {
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  return process.stderr.isTTY ? barFetching(voice, seconds) : lineFetching(voice, seconds);
}

/** How much of it there is, in words: `42% · 21.8 MB of 51.8 MB · 3.1 MB/s`. */
export function fetchedText(
  bytes: number,
  total: number | undefined,
  perSecond: number | undefined,
): Message {
  const done = formatBytes(bytes);
  const rate = perSecond ? message('models.rate', { rate: formatBytes(perSecond) }) : '';
  if (!total) return message('models.progress-unknown', { done, rate });
  const percent = String(Math.floor((100 * bytes) / total));
  return message('models.progress', { percent, done, total: formatBytes(total), rate });
}

/** Lines for a log: one every few seconds, and the last. */
export function lineFetching(voice: Voice, seconds: () => number): Fetching {
  const pace = new Pace();
  let told = 0;
  return {
    came(bytes, total) {
      if (bytes === 0) return;
      pace.mark(bytes, seconds());
      if (bytes !== total && seconds() - told < secondsBetweenLines) return;
      told = seconds();
      voice.remark(fetchedText(bytes, total, pace.perSecond));
    },
    stop() {},
  };
}

function barFetching(voice: Voice, seconds: () => number): Fetching {
  const pace = new Pace();
  let bar: SingleBar | undefined;
  let over = false;
  return {
    came(bytes, total) {
      if (over || bytes === 0) return;
      pace.mark(bytes, seconds());
      const text = voice.inWords(fetchedText(bytes, total, pace.perSecond));
      bar ??= startBar(text);
      bar.setTotal(total ?? bytes);
      bar.update(bytes, { text });
    },
    stop() {
      over = true;
      bar?.stop();
    },
  };
}

function startBar(text: string): SingleBar {
  const bar = new SingleBar({
    format: '{bar} {text}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 24,
    fps: 10,
    hideCursor: true,
    // Ctrl-C is ours: it ends the download, and the bar with it.
    gracefulExit: false,
  });
  bar.start(1, 0, { text });
  return bar;
}
