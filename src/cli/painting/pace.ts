/** How fast it goes, by the iterations of the last seconds: a painting slows down when a machine gets warm. */
const window = 10;

export class Pace {
  readonly #marks: { iteration: number; seconds: number }[] = [];

  /** Notes that `iteration` was done at `seconds`. */
  mark(iteration: number, seconds: number): void {
    this.#marks.push({ iteration, seconds });
    // Two are always kept, or an iteration that takes longer than the window would have no pace at all.
    while (this.#marks.length > 2 && seconds - (this.#marks[0]?.seconds ?? seconds) > window)
      this.#marks.shift();
  }

  /** Iterations per second; nothing before the second mark. */
  get perSecond(): number | undefined {
    const [first, last] = [this.#marks[0], this.#marks.at(-1)];
    if (!first || !last || last.seconds <= first.seconds) return undefined;
    return (last.iteration - first.iteration) / (last.seconds - first.seconds);
  }
}
