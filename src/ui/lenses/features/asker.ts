/**
 * Asks one question at a time: while an answer is awaited, only the newest of the questions that come is kept.
 * Asked again because the painting has moved, it waits as long as keeps the worker free for the painting.
 */

export interface AskerOptions<Question, Answer> {
  readonly ask: (question: Question) => Promise<Answer>;
  readonly tell: (answer: Answer, question: Question) => void;
  /** Milliseconds, from any beginning. */
  readonly now?: () => number;
  readonly later?: (run: () => void, milliseconds: number) => void;
}

/** So many times as long as an answer took, at least, lies before the same is asked again. */
const sparing = 20;

/** Milliseconds, at least. */
const interval = 400;

export class Asker<Question, Answer> {
  readonly #ask: AskerOptions<Question, Answer>['ask'];
  readonly #tell: AskerOptions<Question, Answer>['tell'];
  readonly #now: () => number;
  readonly #later: NonNullable<AskerOptions<Question, Answer>['later']>;
  #question: Question | undefined;
  #next: Question | undefined;
  #isAsking = false;
  #isWaiting = false;
  #isStopped = false;
  #restsUntil = 0;

  constructor({
    ask,
    tell,
    now = () => performance.now(),
    later = (run, milliseconds) => void setTimeout(run, milliseconds),
  }: AskerOptions<Question, Answer>) {
    this.#ask = ask;
    this.#tell = tell;
    this.#now = now;
    this.#later = later;
  }

  /** Asks this from now on. */
  ask(question: Question): void {
    this.#question = question;
    this.#next = question;
    void this.#go();
  }

  /** The answer may be another by now. */
  again(): void {
    if (this.#question === undefined || this.#isWaiting || this.#next !== undefined) return;
    this.#isWaiting = true;
    this.#later(
      () => {
        this.#isWaiting = false;
        this.#next ??= this.#question;
        void this.#go();
      },
      Math.max(0, this.#restsUntil - this.#now()),
    );
  }

  /** Tells nothing any more. */
  stop(): void {
    this.#isStopped = true;
  }

  async #go(): Promise<void> {
    const question = this.#next;
    if (this.#isAsking || this.#isStopped || question === undefined) return;
    this.#next = undefined;
    this.#isAsking = true;
    const begun = this.#now();
    const answer = await this.#ask(question);
    const now = this.#now();
    this.#restsUntil = now + Math.max(interval, sparing * (now - begun));
    this.#isAsking = false;
    if (this.#isStopped) return;
    this.#tell(answer, question);
    await this.#go();
  }
}
