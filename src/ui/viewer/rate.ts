/**
 * How fast an optimiser paints, from when its iterations were heard of. They come in batches and unevenly, so
 * the rate is taken over the last few seconds: steady enough to be read, quick enough to follow a change.
 */

/** Milliseconds that are looked back on. */
const span = 4000;

interface Mark {
  readonly iteration: number;
  readonly at: number;
}

export class Rate {
  #marks: Mark[] = [];

  /** @param at Milliseconds, from any beginning. */
  hear(iteration: number, at: number): void {
    const last = this.#marks.at(-1);
    if (last && iteration <= last.iteration) this.#marks = [];
    // Of a batch only the last one counts: they all came at once, but were not painted at once.
    if (last && at === last.at) this.#marks.pop();
    this.#marks.push({ iteration, at });
    while ((this.#marks[1]?.at ?? at) < at - span) this.#marks.shift();
  }

  /** It stood still: what comes next has nothing to do with what was. */
  pause(): void {
    this.#marks = [];
  }

  /** Iterations per second; undefined while there is too little to tell. */
  get perSecond(): number | undefined {
    const [first, last] = [this.#marks[0], this.#marks.at(-1)];
    if (!first || !last || last.at === first.at) return undefined;
    return (1000 * (last.iteration - first.iteration)) / (last.at - first.at);
  }
}

/** `4.2`, `38`: two digits that mean something. */
export const formatRate = (perSecond: number): string => perSecond.toFixed(perSecond < 9.95 ? 1 : 0);
