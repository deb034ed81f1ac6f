/** Ctrl-C once: the painting ends after this iteration and keeps its picture. Twice: the process ends at once. */

const signals = { SIGINT: 130, SIGTERM: 143 } as const;

/** One key press may arrive twice: from the terminal, and again from an npm that passes it on. */
const echo = 1000;

export interface Interruption {
  readonly signal: AbortSignal;
  /** As shells count them: 130 after Ctrl-C. */
  readonly exitCode: number;
  /** Gives the signals back. */
  release(): void;
}

export function untilInterrupted(onInterrupt: () => void): Interruption {
  const controller = new AbortController();
  let exitCode: number = signals.SIGINT;
  let timer: NodeJS.Timeout | undefined;
  const release = () => {
    clearTimeout(timer);
    for (const name of names) process.off(name, interrupt);
  };
  const interrupt = (name: NodeJS.Signals) => {
    if (controller.signal.aborted) return;
    exitCode = name === 'SIGTERM' ? signals.SIGTERM : signals.SIGINT;
    controller.abort();
    onInterrupt();
    // With nobody listening, the system ends the process, even one that is deep in an iteration.
    timer = setTimeout(release, echo).unref();
  };
  for (const name of names) process.on(name, interrupt);
  return {
    signal: controller.signal,
    get exitCode() {
      return exitCode;
    },
    release,
  };
}

const names = Object.keys(signals) as (keyof typeof signals)[];
