/** Between a document's title and the name of its file. */
import { safeName } from '../images/picture-reference.ts';

const ending = '.gramarye.json';

export const suggestedFileName = (title: string): string =>
  `${safeName(title.replaceAll(/[/\\]/g, ' ')).slice(0, 64).trim()}${ending}`;

/** What a document without a title is called after its file. */
export const fileTitle = (file: string): string => file.replace(/(\.gramarye)?\.json$/i, '');
