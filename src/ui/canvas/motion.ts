/** Milliseconds that the canvas may take to come to another place: none for whoever asked for less motion. */
export const motion = (): number =>
  globalThis.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 200;
