/** Where a file lies on the web, and what sentences call it and its place. */
import { message } from '../../../src/language/message.ts';
import { failure, type Result, success } from '../../../src/language/result.ts';
import { shown } from '../shown.ts';

export interface Address {
  readonly url: string;
  /** The last name of its path. */
  readonly file: string;
  readonly host: string;
}

/** Any other scheme, such as `file:` or `data:`, is refused, and so are user names, which `fetch` won't take. */
export function parseAddress(text: string): Result<Address> {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
    return failure(message('import.url', { url: shown(withoutPassword(text)) }));
  }
  // Who follows the address never sees what stands behind a #.
  url.hash = '';
  const last = url.pathname.split('/').findLast(name => name !== '') ?? url.host;
  return success({ url: url.href, file: shown(decoded(last)), host: url.host });
}

const withoutPassword = (text: string): string => text.replace(/\/\/[^/?#]*@/, '//');

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
