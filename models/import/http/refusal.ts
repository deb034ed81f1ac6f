/** What a server's answer means where it is not the bytes that were asked for. */
import { type Message, message } from '../../../src/language/message.ts';
import type { Address } from './address.ts';
import type { Answer } from './answer.ts';

/** Nothing where the answer is the file, or the part of it. */
export function refusalOf({ status, headers }: Answer, { file, host }: Address): Message | undefined {
  if (status === 404 || status === 410) return message('import.not-found', { file, host });
  if (status === 401 || status === 403) return message('import.forbidden', { file, host });
  if (status !== 200 && status !== 206) {
    return message('import.server-status', { file, host, status: String(status) });
  }
  if (/^text\/html\b/i.test(headers.get('content-type') ?? '')) {
    return message('import.web-page', { file, host });
  }
  return undefined;
}
