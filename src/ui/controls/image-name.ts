import { catalogue, type MessageId } from '../../language/message.ts';
import { useWords, type Words } from '../language/words.ts';

/** What a reference to a picture is called: a sample by its title, a file by its name. */
export function imageName(reference: string, words: Words): string {
  const [, scheme, name = reference] = /^(sample|file):(.+)$/s.exec(reference) ?? [];
  const id = `images.sample.${name}`;
  return scheme === 'sample' && Object.hasOwn(catalogue, id) ? words(id as MessageId) : name;
}

export const useImageName = (reference: string): string => imageName(reference, useWords());
