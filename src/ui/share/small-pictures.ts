/** A person's own pictures, made small, to go with a graph because they asked for that. */
import type { GraphDocument } from '../../graph/document.ts';
import { type IncludedImages, includedImage } from '../../graph/share/included-image.ts';
import { scaledSize } from '../../runtime/host/scale-down.ts';
import { ownPictures } from '../images/references.ts';
import { givenFile } from '../painting/given-files.ts';

export interface SmallPictures {
  readonly images: IncludedImages;
  /** Of all of them, as JPEG. */
  readonly bytes: number;
}

/** In a link there is room for a look at them only. */
export const inLink = { longest: 160, quality: 0.6 } as const;

/** In a picture they may be as large as a recipe takes them. */
export const inPicture = { longest: 1024, quality: 0.85 } as const;

/** Those that are here; one that is missing is missing for whoever gets the graph, too. */
export async function smallPictures(
  document: GraphDocument,
  { longest, quality }: { readonly longest: number; readonly quality: number },
): Promise<SmallPictures> {
  const images: Record<string, string> = {};
  let bytes = 0;
  for (const reference of ownPictures(document)) {
    const file = givenFile(reference);
    const jpeg = file && (await small(file, longest, quality).catch(() => undefined));
    if (!jpeg) continue;
    images[reference] = includedImage(jpeg);
    bytes += jpeg.length;
  }
  return { images, bytes };
}

/** A picture as a JPEG whose long side has at most `longest` pixels. */
export async function small(file: Blob, longest: number, quality: number): Promise<Uint8Array | undefined> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const { width, height } = scaledSize([bitmap.height, bitmap.width], longest);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) return undefined;
  context.imageSmoothingQuality = 'high';
  // What is transparent is seen over white, as it is painted with.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
  return new Uint8Array(await blob.arrayBuffer());
}
