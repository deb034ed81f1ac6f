import type { IncludedImages } from '../../graph/share/included-image.ts';
import { decodeImage } from '../files/decode-image.ts';
import type { Sources } from '../library/sources.ts';

/** `sources`, and where they lack a picture, the small one that came with the recipe. */
export const withIncluded = (sources: Sources, included: IncludedImages): Sources => ({
  ...sources,
  async image(reference) {
    const found = await sources.image(reference);
    const url = Object.hasOwn(included, reference) ? included[reference] : undefined;
    if (found.ok || url === undefined) return found;
    return decodeImage(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'), reference);
  },
});
