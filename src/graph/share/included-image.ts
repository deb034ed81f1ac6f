/**
 * Pictures of the person's own that travel with a graph, because they asked for it: small JPEGs, each under
 * the reference that the graph has for it. JPEG, because its size is written where anyone can read it before
 * anything is decoded (rule D5).
 */
import { z } from 'zod';
import { jpegSize } from './jpeg-size.ts';

/** Pixels of the longest side. */
export const longestIncludedSide = 1024;
export const mostIncludedImages = 100;
const longestUrl = 600_000;
const start = 'data:image/jpeg;base64,';

/** A data address of a JPEG that is as small as it says. */
export const includedImageSchema = z
  .string()
  .max(longestUrl)
  .refine(url => {
    const size = url.startsWith(start) ? jpegSize(url.slice(start.length)) : undefined;
    return size !== undefined && Math.max(size.width, size.height) <= longestIncludedSide;
  });

/** By reference: `file:cat.jpg`. */
export const includedImagesSchema = z
  .record(z.string().max(4096), includedImageSchema)
  .refine(images => Object.keys(images).length <= mostIncludedImages);

export type IncludedImages = Readonly<Record<string, string>>;

/** The address under which a JPEG's bytes are included. */
export function includedImage(jpeg: Uint8Array): string {
  let text = '';
  for (let at = 0; at < jpeg.length; at += 0x8000) {
    text += String.fromCharCode(...jpeg.subarray(at, at + 0x8000));
  }
  return `${start}${btoa(text)}`;
}
