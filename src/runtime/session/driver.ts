/**
 * One driver takes one step of one run after another and listens in between (rule R10). Runs take turns, a
 * unit each; a step that gives something to wait for is a read-back that the next step needs.
 */
import type { Pause } from '../cache/compute.ts';
import type { Run } from './run.ts';
import { turn } from './turn.ts';

type Unit = Generator<Pause, void>;

/** Milliseconds of work after which a command is overdue to be heard. */
const patience = 12;

export interface DriverOptions {
  readonly runs: () => Iterable<Run>;
  /** There is an edit to be taken up, before any run goes on. */
  readonly hasEdit: () => boolean;
  readonly takeEdit: () => Promise<void>;
  /** Whether a lens is to look, while something is painted or while nothing is. */
  readonly hasLook: (isBusy: boolean) => boolean;
  readonly look: () => Unit;
  /** What is left where no run has anything to do; false where that is nothing. */
  readonly rest: () => Promise<boolean>;
  /** The state of a run is another after a step of it. */
  readonly onState: () => void;
  /** Resolves when everything that is being read back was told. */
  readonly told: () => Promise<void>;
}

export class Driver {
  readonly #options: DriverOptions;
  readonly #units = new Map<Run, Unit>();
  readonly #resting: (() => void)[] = [];
  readonly #driving: Promise<void>;
  #lastRun: Run | undefined;
  /** A lens looks: nothing else moves until it has, or is abandoned. */
  #looking: Unit | undefined;
  #stopped = false;
  /** Between two devices. */
  #away = false;
  #asleep: (() => void) | undefined;

  constructor(options: DriverOptions) {
    this.#options = options;
    this.#driving = this.#drive();
  }

  /** Whether it stands still since there is no device. */
  set away(away: boolean) {
    this.#away = away;
  }

  get stopped(): boolean {
    return this.#stopped;
  }

  wake(): void {
    this.#asleep?.();
    this.#asleep = undefined;
  }

  /** Lets go of a unit in progress; what it has not finished leaves no trace. */
  abandon(run: Run): void {
    this.abandonLook();
    this.#units.get(run)?.return();
    this.#units.delete(run);
  }

  /** Lets go of what a lens was about to see. */
  abandonLook(): void {
    this.#looking?.return();
    this.#looking = undefined;
  }

  /** Resolves when there is nothing left to do: all is painted, paused, or waits for somebody. */
  rest(): Promise<void> {
    return new Promise(resolve => {
      this.#resting.push(resolve);
      this.wake();
    });
  }

  /** Resolves when the step that was under way has ended; no other begins. */
  stop(): Promise<void> {
    this.#stopped = true;
    this.wake();
    return this.#driving;
  }

  async #drive(): Promise<void> {
    const { hasEdit, rest } = this.#options;
    // Whoever starts it is still being made.
    await Promise.resolve();
    let since = performance.now();
    while (!this.#stopped) {
      const run = hasEdit() ? undefined : this.#next();
      if (this.#away) await this.#sleep();
      else if (hasEdit()) await this.#takeEdit();
      else if (this.#hasLook(run)) await this.#look();
      else if (run) await this.#advance(run);
      else if (!(await rest())) await this.#sleep();
      if (performance.now() - since < patience) continue;
      await turn();
      since = performance.now();
    }
  }

  /** The graph that a lens was looking at may be no more. */
  #takeEdit(): Promise<void> {
    this.abandonLook();
    return this.#options.takeEdit();
  }

  /** Between two units, so that what a lens sees is of one iteration, and no memory is taken beside one. */
  #hasLook(run: Run | undefined): boolean {
    if (this.#looking) return true;
    return this.#units.size === 0 && this.#options.hasLook(run !== undefined);
  }

  #look(): Pause {
    const looking = this.#looking ?? this.#options.look();
    this.#looking = looking;
    const { done, value } = looking.next();
    if (done && this.#looking === looking) this.#looking = undefined;
    return value instanceof Promise ? value : undefined;
  }

  async #sleep(): Promise<void> {
    await this.#options.told();
    if (!this.#away) {
      const { hasEdit, hasLook } = this.#options;
      if (hasEdit() || this.#next() || hasLook(false) || this.#stopped) return;
      for (const rested of this.#resting.splice(0)) rested();
    }
    await new Promise<void>(resolve => {
      this.#asleep = resolve;
    });
  }

  /** One that is in the middle of a unit finishes it first. */
  #next(): Run | undefined {
    const runs = [...this.#options.runs()].filter(({ isRunnable }) => isRunnable);
    const last = this.#lastRun;
    if (last && this.#units.has(last) && runs.includes(last)) return last;
    return runs[((last ? runs.indexOf(last) : -1) + 1) % runs.length];
  }

  #advance(run: Run): Pause {
    this.#lastRun = run;
    const unit = this.#units.get(run) ?? run.unit();
    this.#units.set(run, unit);
    return this.#take(run, unit, () => unit.next());
  }

  #take(run: Run, unit: Unit, step: () => IteratorResult<Pause, void>): Pause {
    const before = run.state;
    const { done, value } = step();
    // A loop gives its steps, too: there is nothing to wait for.
    if (!done)
      return value instanceof Promise ? value.catch(error => this.#spoil(run, unit, error)) : undefined;
    if (this.#units.get(run) === unit) this.#units.delete(run);
    if (run.state !== before) this.#options.onState();
    return undefined;
  }

  /** A read-back has failed. Where its device is gone, that is known by the next turn, and the unit is no more. */
  async #spoil(run: Run, unit: Unit, error: unknown): Promise<void> {
    await turn();
    if (this.#units.get(run) === unit) await this.#take(run, unit, () => unit.throw(error));
  }
}
