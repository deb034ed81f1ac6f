import { bytes } from './value.ts';

/** Rows of a tall right factor that the wasm backend multiplies with at a time. */
export const sliceRows = 2048;

export const isTall = (k: number): boolean => k >= 4 * sliceRows;

/** What [n, k] · [k, m] needs meanwhile where k is so large: a slice of each factor and of the product. */
export const sliceBytes = (n: number, k: number, m: number): number =>
  isTall(k) ? bytes([n, sliceRows]) + bytes([sliceRows, m]) + bytes([n, m]) : 0;
