import type { Result } from '../../language/result.ts';
import type { Sources } from './sources.ts';

/** How many of each are remembered: neighbouring cells of a sweep share nearly all of theirs. */
const most = { images: 8, encoders: 3, networks: 3 };

/**
 * Opens what was opened lately only once. What was asked for longest ago is forgotten first; what could not be
 * opened is forgotten at once, for a person may have put it there by now.
 */
export function rememberingSources(sources: Sources): Sources {
  return {
    image: remembering(reference => sources.image(reference), most.images),
    encoder: remembering(reference => sources.encoder(reference), most.encoders),
    network: remembering(reference => sources.network(reference), most.networks),
  };
}

function remembering<T>(
  open: (reference: string) => Promise<Result<T>>,
  most: number,
): (reference: string) => Promise<Result<T>> {
  const opened = new Map<string, Promise<Result<T>>>();
  const opening = async (reference: string): Promise<Result<T>> => {
    const result = await open(reference);
    if (!result.ok) opened.delete(reference);
    return result;
  };
  return reference => {
    const found = opened.get(reference) ?? opening(reference);
    // Maps are in the order of insertion: what is used goes to the end.
    opened.delete(reference);
    opened.set(reference, found);
    const [oldest] = opened.keys();
    if (opened.size > most && oldest !== undefined) opened.delete(oldest);
    return found;
  };
}
