/**
 * Notices a worker that says nothing any more. Browsers tell a page of an exception that nobody caught, but
 * not of a worker that was killed for its memory, or that hangs in a driver. A worker may be busy for
 * seconds, and a laptop's lid may be shut: several beats in a row must pass in silence, and none counts
 * before the worker was first heard.
 */

/** Calls `beat` now and then, until the function that it gives is called. */
export type Heartbeat = (beat: () => void) => () => void;

/** Every ten seconds; keeps no process alive. */
export const tenSeconds: Heartbeat = beat => {
  const timer: unknown = setInterval(beat, 10_000);
  if (typeof timer === 'object' && timer !== null && 'unref' in timer) (timer as { unref(): void }).unref();
  return () => clearInterval(timer as number);
};

/** So many beats in silence are taken for death. */
const patience = 3;

export class SignOfLife {
  readonly #stop: () => void;
  #wasHeard = false;
  #silentBeats: number | undefined;

  /**
   * @param ping Asks for a sign of life.
   * @param onSilence Called once.
   */
  constructor(heartbeat: Heartbeat, ping: () => Promise<unknown>, onSilence: () => void) {
    this.#stop = heartbeat(() => {
      if (this.#silentBeats === undefined && !this.#wasHeard) return;
      this.#silentBeats = this.#wasHeard ? 0 : (this.#silentBeats ?? 0) + 1;
      this.#wasHeard = false;
      if (this.#silentBeats >= patience) {
        this.stop();
        onSilence();
        return;
      }
      ping().then(
        () => this.heard(),
        () => undefined,
      );
    });
  }

  /** It said something. */
  heard(): void {
    this.#wasHeard = true;
  }

  stop(): void {
    this.#stop();
  }
}
