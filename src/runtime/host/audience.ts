/// <reference lib="dom" />
import type { ClientEvent, FrameListener } from './client-options.ts';
import type { Frame } from './protocol.ts';

/** Whoever listens in the page to what the worker tells and shows. */
export class Audience {
  readonly #listeners = new Set<(event: ClientEvent) => void>();
  readonly #frameListeners = new Set<FrameListener>();

  /** @returns what ends that. */
  on(listener: (event: ClientEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  onFrame(listener: FrameListener): () => void {
    this.#frameListeners.add(listener);
    return () => this.#frameListeners.delete(listener);
  }

  tell(event: ClientEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }

  /** Resolves when everybody has taken the frame. */
  async show(frame: Frame): Promise<void> {
    const taking = [...this.#frameListeners].map(async listener => listener(frame));
    if (taking.length === 0 && 'close' in frame.image) frame.image.close();
    await Promise.allSettled(taking);
  }
}
