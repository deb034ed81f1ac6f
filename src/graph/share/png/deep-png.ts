/**
 * A picture with sixteen bits for each channel, for whoever goes on working with it: a canvas knows eight
 * only. Each byte is written as its difference to what its neighbours lead one to expect (Paeth's filter).
 */
import { zlibSync } from 'fflate';
import { chunk, letters, pngOf } from './chunks.ts';

export interface FloatPicture {
  /** Height, width, and 1 or 3 channels. */
  readonly shape: readonly number[];
  /** 0 to 1; what lies outside is clipped, NaN is black. */
  readonly data: Float32Array;
}

const colourTypes: Readonly<Record<number, number>> = { 1: 0, 3: 2 };
const paeth = 4;

/** The bytes of a PNG of sixteen bits, said to be sRGB. */
export function deepPng({ shape, data }: FloatPicture): Uint8Array<ArrayBuffer> {
  const [height = 0, width = 0, channels = 3] = shape;
  const header = new DataView(new ArrayBuffer(13));
  header.setUint32(0, width);
  header.setUint32(4, height);
  header.setUint8(8, 16);
  header.setUint8(9, colourTypes[channels] ?? 2);
  return pngOf(
    chunk('IHDR', new Uint8Array(header.buffer)),
    chunk('sRGB', Uint8Array.of(0)),
    chunk('IDAT', zlibSync(filtered(data, height, width * channels, channels), { level: 6 })),
    chunk('IEND', letters('')),
  );
}

function filtered(data: Float32Array, height: number, samples: number, channels: number): Uint8Array {
  const stride = 2 * samples;
  const pixel = 2 * channels;
  const out = new Uint8Array(height * (stride + 1));
  let above = new Uint8Array(stride);
  let row = new Uint8Array(stride);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < samples; x++) {
      const value = data[y * samples + x] ?? 0;
      const level = value > 0 ? Math.round(Math.min(1, value) * 65535) : 0;
      row[2 * x] = level >> 8;
      row[2 * x + 1] = level & 255;
    }
    const start = y * (stride + 1);
    out[start] = paeth;
    for (let at = 0; at < stride; at++) {
      const left = at < pixel ? 0 : (row[at - pixel] ?? 0);
      const corner = at < pixel ? 0 : (above[at - pixel] ?? 0);
      out[start + 1 + at] = (row[at] ?? 0) - nearest(left, above[at] ?? 0, corner);
    }
    [above, row] = [row, above];
  }
  return out;
}

/** Whichever of the three lies nearest to left + above − corner. */
function nearest(left: number, above: number, corner: number): number {
  const [toLeft, toAbove, toCorner] = [
    Math.abs(above - corner),
    Math.abs(left - corner),
    Math.abs(left + above - 2 * corner),
  ];
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}
