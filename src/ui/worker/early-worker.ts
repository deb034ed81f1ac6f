/// <reference lib="dom" />
/**
 * The worker that paints is started by a script of its own, ahead of the page's: it gets itself ready on another
 * core while the page is made, and not after. A worker that is started again, after one has failed, is a new one.
 */
const start = () => new Worker(new URL('./entry.ts', import.meta.url), { type: 'module', name: 'painter' });

let early: Worker | undefined = start();

// Nobody listens to it yet: whoever takes one then gets another, which says what is the matter.
const forget = () => {
  early = undefined;
};
early.addEventListener('error', forget);

/** A worker that nobody else has. */
export function takeWorker(): Worker {
  const worker = early ?? start();
  worker.removeEventListener('error', forget);
  early = undefined;
  return worker;
}
