import { titleOfPicture } from '../../graph/picture-title.ts';
import { type Sayable, useWords, type Words } from '../language/words.ts';

/** What a reference to a picture is called. */
export function imageName(reference: string, words: Words): string {
  const title = titleOfPicture(reference);
  return typeof title === 'object' && !Array.isArray(title) ? words(title as Sayable) : String(title);
}

export const useImageName = (reference: string): string => imageName(reference, useWords());
