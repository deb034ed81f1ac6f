/**
 * What a document brings with it to the worker when it is opened: copies of its paintings, so that they go on
 * from where they were. Laid here by whoever opens the document, taken up by the connection.
 */
import type { KeptCopies } from '../worker/kept-copies.ts';

let brought: (KeptCopies & { readonly document: string }) | undefined;
let openings = 0;

/** `document` is about to be opened, be it again. */
export function bring(document: string, copies: KeptCopies): void {
  brought = { document, ...copies };
  openings += 1;
}

/** Another for each time that a document is opened. */
export const opening = (document: string): string => `${document} ${openings}`;

/** What `document` brings, once. */
export function takeLuggage(document: string): KeptCopies {
  const { copies = {}, paused = [] } = brought?.document === document ? brought : {};
  brought = undefined;
  return { copies, paused };
}
