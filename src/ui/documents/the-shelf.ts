/** The page's shelf. It is opened when the first thing is read or written, and says once where it keeps nothing. */
import { message } from '../../language/message.ts';
import { refuse } from '../state/notices.ts';
import { openDatabase, Shelf } from './shelf.ts';

let opened: Shelf | undefined;
let keeps = true;

export function shelf(): Shelf {
  opened ??= new Shelf(openDatabase(), error => {
    keeps = false;
    // The page may not be there yet that shows it.
    setTimeout(() => refuse(message('documents.not-kept', { why: whyNotKept(error) })), 500);
  });
  return opened;
}

/** Whether everything so far could be kept in the browser. */
export const keepsInBrowser = (): boolean => keeps;

function whyNotKept(error: unknown) {
  if (error instanceof DOMException && error.name === 'QuotaExceededError') return message('documents.full');
  return error instanceof DOMException || error instanceof TypeError
    ? message('documents.private')
    : String(error);
}
