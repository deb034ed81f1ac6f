import type { Agreement } from '../../../../models/known-sources.ts';
import { type Message, message } from '../../../language/message.ts';

/** How an encoder compares with the file that was published. */
export const agreementText = (agreement: Agreement): Message => message(`models.${agreement}`);

/** Whether an encoder was refused only because nobody said what it was trained with. */
export const saysPreprocessingUnknown = ({ id }: Message): boolean => id === 'import.preprocessing-unknown';
