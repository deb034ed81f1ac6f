/** Shows how a painting goes: a bar on a terminal, a line every few seconds where the output is kept. */
import { SingleBar } from 'cli-progress';
import type { Voice } from '../voice.ts';
import { Pace } from './pace.ts';
import { readingText } from './reading.ts';
import type { Iteration } from './trace.ts';

export interface Progress {
  /** At `seconds` of the painting. */
  iteration(reading: Iteration, seconds: number): void;
  /** For good. Leaves the terminal as it was; what is said next begins a line of its own. */
  stop(): void;
}

export function progressFor(voice: Voice, severalStages: boolean): Progress {
  return process.stderr.isTTY ? barProgress(voice, severalStages) : lineProgress(voice, severalStages);
}

const secondsBetweenLines = 3;

/** Lines for a log: the first iteration, the last, and one every few seconds between. */
export function lineProgress(voice: Voice, severalStages: boolean): Progress {
  let pace = new Pace();
  let told = Number.NEGATIVE_INFINITY;
  return {
    iteration(reading, seconds) {
      const { iteration, iterations } = reading;
      if (iteration === 1) pace = new Pace();
      pace.mark(iteration, seconds);
      const due = iteration === 1 || iteration === iterations || seconds - told >= secondsBetweenLines;
      if (!due) return;
      told = seconds;
      voice.remark(readingText(reading, pace.perSecond, severalStages));
    },
    stop() {},
  };
}

function barProgress(voice: Voice, severalStages: boolean): Progress {
  let pace = new Pace();
  let bar: SingleBar | undefined;
  let over = false;
  const stop = () => {
    bar?.stop();
    bar = undefined;
  };
  return {
    iteration(reading, seconds) {
      if (over) return;
      const { iteration, iterations } = reading;
      if (iteration === 1) {
        stop();
        pace = new Pace();
      }
      pace.mark(iteration, seconds);
      const text = voice.inWords(readingText(reading, pace.perSecond, severalStages));
      bar ??= startBar(iterations, text);
      bar.update(iteration, { text });
      if (iteration === iterations) stop();
    },
    stop() {
      over = true;
      stop();
    },
  };
}

function startBar(iterations: number, text: string): SingleBar {
  const bar = new SingleBar({
    format: '{bar} {text}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 16,
    fps: 10,
    hideCursor: true,
    // Ctrl-C is ours: it ends the painting, and the bar with it.
    gracefulExit: false,
  });
  bar.start(iterations, 0, { text });
  return bar;
}
